import type { Lag } from '../cloud/contract.ts';
import type { QueuePlan } from '../cloud/plan/queuePlan.ts';
import type { Messaging } from '../messaging/messaging.ts';
import type { Sample } from '../metrics/emf.ts';

type Work = { lags: readonly Lag[]; queues: Iterable<QueuePlan>; messaging: Pick<Messaging, 'backlog'> };

/**
 * What Lambda and SQS tell CloudWatch of the work that waits, by their names for it (Lambda Developer Guide, "Types of
 * metrics"; SQS Developer Guide, "Available CloudWatch metrics"). A stream's age is that of the oldest record read and not
 * done, so it is 0 and not missing while there is nothing to do. Of several streams of one function it is the oldest.
 */
export function workMetrics({ lags, queues, messaging }: Work, now = Date.now()): Sample[] {
  const ages = new Map<string, number>();
  for (const { source, function: arn, oldestMs } of lags) {
    if (source.startsWith('arn:aws:dynamodb:')) ages.set(arn, Math.max(oldestMs, ages.get(arn) ?? 0));
  }
  const streams = Array.from(
    ages,
    ([arn, age]): Sample => ({
      namespace: 'AWS/Lambda',
      name: 'IteratorAge',
      dimensions: { FunctionName: lastPart(arn) },
      unit: 'Milliseconds',
      values: [age],
      at: now,
    }),
  );
  return [...streams, ...Array.from(queues, (queue) => ofQueue(queue, messaging, now)).flat()];
}

function ofQueue({ arn, name }: QueuePlan, messaging: Work['messaging'], now: number): Sample[] {
  const { visible, oldestSentAt } = messaging.backlog(arn);
  const common = { namespace: 'AWS/SQS', dimensions: { QueueName: name }, at: now };
  const age = oldestSentAt === null ? 0 : Math.floor((now - oldestSentAt) / 1000);
  return [
    { ...common, name: 'ApproximateAgeOfOldestMessage', unit: 'Seconds', values: [age] },
    { ...common, name: 'ApproximateNumberOfMessagesVisible', unit: 'Count', values: [visible] },
  ];
}

const lastPart = (arn: string): string => arn.split(':').at(-1) ?? '';
