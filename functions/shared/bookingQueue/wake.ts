import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { WakeUp } from '../../../core/groupCommit/wakeUp.ts';
import { TIMEOUTS } from '../timeouts.ts';

/** SQS takes so many messages a call. */
const MOST = 10;

const client = new SQSClient(TIMEOUTS);

/** `id`: the same for the same wake-up, which is then delivered once; 1 to 128 characters. */
export type NamedWakeUp = WakeUp & { id: string };

/** Wakes who serves the lines. @throws when the queue did not take all of them; those it took are not taken twice */
export async function wake(queueUrl: string, wakeUps: NamedWakeUp[]): Promise<void> {
  for (let first = 0; first < wakeUps.length; first += MOST) {
    const Entries = wakeUps.slice(first, first + MOST).map(({ id, queueKey, bookingIds }, at) => ({
      Id: String(at),
      MessageBody: JSON.stringify({ queueKey, bookingIds } satisfies WakeUp),
      MessageGroupId: queueKey,
      MessageDeduplicationId: id,
    }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    if (Failed.length > 0) throw new Error(`The queue did not take ${Failed.length} wake-ups: ${Failed[0].Code}.`);
  }
}
