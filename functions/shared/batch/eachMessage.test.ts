import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { queuePlan } from '../../../local/messaging/testing/plans.ts';
import { receive } from '../../../local/messaging/testing/receive.ts';
import { startTestMessaging, type TestMessaging } from '../../../local/messaging/testing/startTestMessaging.ts';
import type { eachMessage as EachMessage } from './eachMessage.ts';
import { PoisonError } from './poison.ts';
import { queueMessage } from './testing/events.ts';

const standard = queuePlan('Work');
const fifo = queuePlan('Work.fifo');
const dead = queuePlan('Dead');
const deadFifo = queuePlan('Dead.fifo');
const more = { attributes: { VisibilityTimeout: '0' } };

let local: TestMessaging;
let eachMessage: typeof EachMessage;

beforeAll(async () => {
  local = await startTestMessaging({ queues: [standard, fifo, { ...dead, ...more }, { ...deadFifo, ...more }] });
  const client = local.sqs();
  const { hostname, port, protocol } = await client.config.endpoint!();
  const url = (name: string) => `${protocol}//${hostname}:${port}/111122223333/${name}`;
  vi.stubEnv('AWS_ENDPOINT_URL', `${protocol}//${hostname}:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_ADMINISTRATOR.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_ADMINISTRATOR.secretAccessKey);
  vi.stubEnv('DEAD_LETTERS', JSON.stringify({ [standard.arn]: url('Dead'), [fifo.arn]: url('Dead.fifo') }));
  ({ eachMessage } = await import('./eachMessage.ts'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.stop();
});

type Failing = Record<string, Error>;

/** Hands messages to a consumer that fails at some of them. */
async function run(messages: Parameters<typeof queueMessage>[0][], failing: Failing) {
  const done: string[] = [];
  const answer = await eachMessage(
    { Records: messages.map(queueMessage) },
    async ({ messageId }) => {
      if (failing[messageId]) throw failing[messageId];
      done.push(messageId);
    },
    { maxReceives: 3 },
  );
  return { done, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

const of = (queueArn: string, ids: string[], others: object = {}) => ids.map((id) => ({ queueArn, id, ...others }));

describe('a standard queue', () => {
  it('does every message, and reports those that failed', async () => {
    expect(await run(of(standard.arn, ['1', '2', '3']), { 2: new Error('throttled') })).toEqual({
      done: ['1', '3'],
      failed: ['2'],
    });
    expect(await receive(local.sqs(), dead.url)).toEqual([]);
  });

  it('does not wait for others of the same group', async () => {
    const { done, failed } = await run(of(standard.arn, ['1', '2'], { group: 'p' }), { 1: new Error('slow') });
    expect({ done, failed }).toEqual({ done: ['2'], failed: ['1'] });
  });

  it('buries poison at once with its reason, and all that its consumer needs to do it again', async () => {
    const { done, failed } = await run(of(standard.arn, ['1', '2'], { group: 'p', body: '{' }), {
      1: new PoisonError('no such PMS'),
    });
    expect({ done, failed }).toEqual({ done: ['2'], failed: [] });
    const [letter] = await receive(local.sqs(), dead.url, { VisibilityTimeout: 60 });
    expect(letter).toMatchObject({
      Body: '{',
      Attributes: { MessageGroupId: 'p' },
      MessageAttributes: {
        reason: { StringValue: 'no such PMS' },
        pms_kind: { DataType: 'String', StringValue: 'WEBHOOK' },
      },
    });
    expect(Buffer.from(letter.MessageAttributes?.key.BinaryValue ?? []).toString()).toBe('secret');
  });

  it('buries poison that a handler throws before it answers a promise', async () => {
    const throwAtOnce = (): Promise<void> => {
      throw new PoisonError('no such line');
    };
    const Records = of(standard.arn, ['1']).map(queueMessage);
    expect(await eachMessage({ Records }, throwAtOnce, { maxReceives: 3 })).toEqual({ batchItemFailures: [] });
    const [letter] = await receive(local.sqs(), dead.url, { VisibilityTimeout: 60 });
    expect(letter.MessageAttributes?.reason.StringValue).toBe('no such line');
  });

  it('buries what failed as often as it may, not before', async () => {
    const failing = { 1: new Error('the PMS answers 500') };
    expect((await run(of(standard.arn, ['1'], { receives: 2 }), failing)).failed).toEqual(['1']);
    expect((await run(of(standard.arn, ['1'], { receives: 3 }), failing)).failed).toEqual([]);
    const [letter] = await receive(local.sqs(), dead.url, { VisibilityTimeout: 60 });
    expect(letter.MessageAttributes?.reason.StringValue).toBe('the PMS answers 500');
  });

  it('reports what could not be buried: it is not lost', async () => {
    const unknown = 'arn:aws:sqs:eu-west-1:111122223333:Unknown';
    expect((await run(of(unknown, ['1']), { 1: new PoisonError('x') })).failed).toEqual(['1']);
  });
});

describe('a FIFO queue', () => {
  it('reports a failure with all of its group behind it, and does other groups', async () => {
    const messages = [...of(fifo.arn, ['1', '2', '3'], { group: 'p' }), ...of(fifo.arn, ['4'], { group: 'q' })];
    const { done, failed } = await run(messages, { 2: new Error('throttled') });
    expect(done.sort()).toEqual(['1', '4']);
    expect(failed).toEqual(['2', '3']);
  });

  it('buries poison once however often it comes, in its group, and goes on', async () => {
    const messages = of(fifo.arn, ['1', '2'], { group: 'p' });
    for (let delivery = 0; delivery < 2; delivery += 1) {
      expect(await run(messages, { 1: new PoisonError('no such PMS') })).toEqual({ done: ['2'], failed: [] });
    }
    const letters = await receive(local.sqs(), deadFifo.url, { VisibilityTimeout: 60 });
    expect(letters).toMatchObject([{ Body: '1', Attributes: { MessageGroupId: 'p', MessageDeduplicationId: '1' } }]);
  });
});
