import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { isAwaited, type Wake } from '../../../core/pms/sync/wake.ts';
import { TIMEOUTS } from '../timeouts.ts';
import { config } from './config.ts';
import { changeState } from './state.ts';
import type { Target } from './target.ts';

const client = new SQSClient(TIMEOUTS);

/** SQS delays a message by no more. */
const MOST_DELAY_SECONDS = 900;

type Next = { at: number } & Omit<Wake, 'wake' | 'at'>;

/**
 * Has the property's debt paid from `at` (epoch milliseconds) on, by this wake and no other. The state is written first,
 * as the message may come at once; where it then can't be sent, the wake is taken for lost after its grace.
 */
export async function sendWake(kind: Target['kind'], state: PmsStateItem, { at, ...rest }: Next): Promise<void> {
  const time = new Date(at).toISOString();
  await changeState(state, (now) => ({ ...now, wake_at: time, pms_kind: kind }));
  await send(kind, { wake: state.property_id, at: time, ...rest });
}

/** The same unless a wake is on its way already. */
export async function ensureWake(kind: Target['kind'], state: PmsStateItem, at: number): Promise<void> {
  const time = new Date(at).toISOString();
  let isMine = false;
  await changeState(state, (now) => {
    isMine = !isAwaited(now, Date.now());
    return isMine ? { ...now, wake_at: time, pms_kind: kind } : now;
  });
  if (isMine) await send(kind, { wake: state.property_id, at: time });
}

async function send(kind: Target['kind'], wake: Wake): Promise<void> {
  const wait = Math.ceil((Date.parse(wake.at) - Date.now()) / 1000);
  await client.send(
    new SendMessageCommand({
      QueueUrl: kind === 'WEBHOOK' ? config.webhookQueue : config.openTravelQueue,
      MessageBody: JSON.stringify(wake),
      MessageGroupId: wake.wake,
      DelaySeconds: Math.min(MOST_DELAY_SECONDS, Math.max(0, wait)),
    }),
  );
}
