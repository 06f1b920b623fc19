import { expect, it } from 'vitest';
import { queuePlan } from '../messaging/testing/plans.ts';
import { workMetrics } from './workMetrics.ts';

const lag = (source: string, name: string, oldestMs: number) => ({
  mapping: 'm',
  function: `arn:aws:lambda:eu-west-1:111122223333:function:${name}`,
  source,
  pending: 1,
  oldestMs,
});
const STREAM = 'arn:aws:dynamodb:eu-west-1:111122223333:table/T/stream/1';

it('are a function’s oldest record, and each queue’s oldest message', () => {
  const lags = [
    lag(STREAM, 'f', 20),
    lag(STREAM, 'f', 70),
    lag(STREAM, 'g', 0),
    lag('arn:aws:sqs:eu-west-1:1:q', 'f', 999),
  ];
  const backlogs: Record<string, number | null> = { Full: 8_500, Empty: null };
  const messaging = {
    backlog: (arn: string) => {
      const oldestSentAt = backlogs[arn.split(':').at(-1) ?? ''];
      return { visible: oldestSentAt === null ? 0 : 2, inFlight: 0, delayed: 0, oldestSentAt };
    },
  };
  const samples = workMetrics({ lags, queues: [queuePlan('Full'), queuePlan('Empty')], messaging }, 10_000);
  expect(
    samples.map(({ name, dimensions, values, unit }) => [name, Object.values(dimensions)[0], values[0], unit]),
  ).toEqual([
    ['IteratorAge', 'f', 70, 'Milliseconds'],
    ['IteratorAge', 'g', 0, 'Milliseconds'],
    ['ApproximateAgeOfOldestMessage', 'Full', 1, 'Seconds'],
    ['ApproximateNumberOfMessagesVisible', 'Full', 2, 'Count'],
    ['ApproximateAgeOfOldestMessage', 'Empty', 0, 'Seconds'],
    ['ApproximateNumberOfMessagesVisible', 'Empty', 0, 'Count'],
  ]);
});
