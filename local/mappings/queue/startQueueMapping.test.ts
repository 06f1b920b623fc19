import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { QueuePlan } from '../../cloud/plan/queuePlan.ts';
import { queuePlan } from '../../messaging/testing/plans.ts';
import { bodies, receive } from '../../messaging/testing/receive.ts';
import type { QueueMapping } from './contract.ts';
import { startQueueBench } from './testing/queueBench.ts';

const soon = { VisibilityTimeout: '1' };
const dead = queuePlan('dead');
const ordered = { ContentBasedDeduplication: 'true', ...soon };
const queue = {
  shape: queuePlan('shape'),
  partly: queuePlan('partly', { attributes: soon, redrive: { deadLetterArn: dead.arn, maxReceiveCount: 2 } }),
  crashing: queuePlan('crashing', { attributes: soon }),
  windowed: queuePlan('windowed'),
  filtered: queuePlan('filtered'),
  busy: queuePlan('busy'),
  throttled: queuePlan('throttled'),
  groups: queuePlan('groups.fifo', { attributes: ordered }),
  stopping: queuePlan('stopping'),
  large: queuePlan('large'),
};

let bench: Awaited<ReturnType<typeof startQueueBench>>;
beforeAll(async () => {
  bench = await startQueueBench([dead, ...Object.values(queue)]);
});
afterAll(() => bench.stop());

/** Waits until the queue is empty: everything was done, or has gone to the dead letters. */
const drained = (mapping: QueueMapping) =>
  vi.waitFor(async () => expect(await mapping.pending()).toBe(0), { timeout: 10_000, interval: 10 });
const sendAll = async (to: QueuePlan, texts: string[], group?: string) => {
  for (const text of texts) await bench.send(to, text, group);
};
const textsOf = (records: { body: string }[] = []) => records.map(({ body }) => body);
const WELL = 'export const handler = async () => ({ batchItemFailures: [] });';
const SLOW = 'export const handler = () => new Promise((resolve) => setTimeout(resolve, 100));';

it('hands over messages in the form of Lambda’s event, and deletes them', async () => {
  const code = 'export const handler = async (event) => console.log("EVENT " + JSON.stringify(event));';
  const { mapping } = await bench.map(queue.shape, code);
  const kind = { DataType: 'String', StringValue: 'x' };
  const sent = await bench.send(queue.shape, 'hello', 'hotel', { MessageAttributes: { kind } });
  await drained(mapping);
  const line = bench.functionLines.find((text) => text.includes('EVENT')) ?? '';
  expect(JSON.parse(line.slice(line.indexOf('EVENT') + 6))).toEqual({
    Records: [
      {
        messageId: sent.MessageId,
        receiptHandle: expect.any(String),
        body: 'hello',
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: expect.stringMatching(/^\d{13}$/),
          SenderId: expect.any(String),
          ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
          MessageGroupId: 'hotel',
        },
        messageAttributes: {
          kind: { stringValue: 'x', stringListValues: [], binaryListValues: [], dataType: 'String' },
        },
        md5OfBody: sent.MD5OfMessageBody,
        md5OfMessageAttributes: sent.MD5OfMessageAttributes,
        eventSource: 'aws:sqs',
        eventSourceARN: queue.shape.arn,
        awsRegion: 'eu-west-1',
      },
    ],
  });
});

it('leaves failed messages until they become visible again, and then in the dead-letter queue', async () => {
  const code = `export const handler = async ({ Records }) => ({
    batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId })),
  });`;
  await sendAll(queue.partly, ['good', 'bad', 'better']);
  const { mapping, batches } = await bench.map(queue.partly, code);
  await drained(mapping);
  expect(batches.map(textsOf)).toEqual([['good', 'bad', 'better'], ['bad']]);
  expect(bodies(await receive(bench.sqs(), dead.url))).toEqual(['bad']);
  expect(bench.lines.some((line) => line.includes('1 of 3 messages failed: the function says so'))).toBe(true);
});

it('deletes nothing when the function’s process dies', async () => {
  const code = `export const handler = async ({ Records }) => {
    if (Records[0].attributes.ApproximateReceiveCount === '1') process.exit(1);
  };`;
  await sendAll(queue.crashing, ['a', 'b']);
  const { mapping, batches } = await bench.map(queue.crashing, code);
  await drained(mapping);
  expect(batches.map(textsOf)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

it('gathers messages while the window lasts', async () => {
  const { mapping, batches } = await bench.map(queue.windowed, WELL, { batchSize: 100, windowSeconds: 1 });
  await sendAll(
    queue.windowed,
    Array.from({ length: 12 }, (_, index) => String(index)),
  );
  await drained(mapping);
  expect(batches.map(({ length }) => length)).toEqual([12]);
});

it('deletes what the filters do not let through', async () => {
  const filters = ['{"body":{"kind":["x"]}}'];
  const { mapping, batches } = await bench.map(queue.filtered, WELL, { filters });
  await sendAll(queue.filtered, ['{"kind":"y"}', '{"kind":"x"}', 'no JSON']);
  await drained(mapping);
  expect(batches.flatMap(textsOf)).toEqual(['{"kind":"x"}']);
});

it('runs no more batches at once than the mapping says', async () => {
  await sendAll(
    queue.busy,
    Array.from({ length: 8 }, (_, index) => String(index)),
  );
  const { mapping, batches, most } = await bench.map(queue.busy, SLOW, { batchSize: 1, maximumConcurrency: 2 });
  await drained(mapping);
  expect([batches.length, most()]).toEqual([8, 2]);
});

it('tries again while the function is throttled, with the messages in hand', async () => {
  await sendAll(queue.throttled, ['a', 'b', 'c']);
  const { mapping, batches } = await bench.map(queue.throttled, SLOW, { batchSize: 1 }, { reservedConcurrency: 1 });
  await drained(mapping);
  expect(batches.length).toBeGreaterThan(3);
  expect(new Set(batches.flat().map(({ attributes }) => attributes.ApproximateReceiveCount))).toEqual(new Set(['1']));
});

describe('a FIFO queue', () => {
  it('fills a batch with one group, in order, also after a failure', async () => {
    const code = `export const handler = async ({ Records }) => {
      const from = Records.findIndex(({ body, attributes }) => body === 'a5' && attributes.ApproximateReceiveCount === '1');
      return { batchItemFailures: from < 0 ? [] : Records.slice(from).map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };`;
    const texts = Array.from({ length: 12 }, (_, index) => `a${index}`);
    await sendAll(queue.groups, texts, 'a');
    const { mapping, batches } = await bench.map(queue.groups, code);
    await drained(mapping);
    expect(batches.map(textsOf)).toEqual([texts.slice(0, 10), [...texts.slice(5, 12)]]);
  });
});

it('cuts a batch that one invocation would not take', async () => {
  const text = 'x'.repeat(1_000_000);
  await sendAll(
    queue.large,
    Array.from({ length: 7 }, () => text),
  );
  const { mapping, batches } = await bench.map(queue.large, WELL);
  await drained(mapping);
  expect(batches.map(({ length }) => length)).toEqual([5, 2]);
});

it('gives back what it has not handed over when it stops', async () => {
  const { mapping, batches } = await bench.map(queue.stopping, WELL, { batchSize: 100, windowSeconds: 300 });
  await bench.send(queue.stopping, 'early');
  await vi.waitFor(() => expect(bench.messaging.backlog(queue.stopping.arn).inFlight).toBe(1), {
    timeout: 10_000,
    interval: 10,
  });
  expect(mapping.lag()).toMatchObject({ pending: 1 });
  await mapping.stop();
  expect(bench.messaging.backlog(queue.stopping.arn)).toMatchObject({ visible: 1, inFlight: 0 });
  expect(batches).toEqual([]);
});

it('refuses a function whose role may not use the queue', async () => {
  const roleArn = bench.role('Reader', { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: queue.shape.arn });
  await expect(bench.map(queue.shape, WELL, { roleArn }, { roleArn })).rejects.toThrow(
    `the role ${roleArn} must be allowed sqs:DeleteMessage, sqs:GetQueueAttributes on ${queue.shape.arn}`,
  );
});
