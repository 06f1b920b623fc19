import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeMessageVisibilityCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { QueuePlan } from '../cloud/plan/queuePlan.ts';
import { queuePlan } from './testing/plans.ts';
import { bodies, receive } from './testing/receive.ts';
import { startTestMessaging, type TestMessaging } from './testing/startTestMessaging.ts';

const dead = queuePlan('dead.fifo');
const plain = queuePlan('plain', { attributes: { VisibilityTimeout: '300' } });
const fifo = queuePlan('orders.fifo', {
  attributes: { ContentBasedDeduplication: 'true', VisibilityTimeout: '300' },
  redrive: { deadLetterArn: dead.arn, maxReceiveCount: 2 },
});

let dataFolder: string;
let test: TestMessaging;
const start = async (queues: QueuePlan[] = [dead, plain, fifo]) => {
  test = await startTestMessaging({ queues, dataFolder });
};
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'keyrack-messaging-'));
});
afterEach(async () => {
  await test.stop();
  rmSync(dataFolder, { recursive: true });
});

const send = (QueueUrl: string, MessageBody: string, more = {}) =>
  test.sqs().send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));

it('messages survive a restart in their order, and those in flight are visible again', async () => {
  await start();
  await send(plain.url, 'kept', { MessageGroupId: 'g' });
  for (const body of ['1', '2', '3']) await send(fifo.url, body, { MessageGroupId: 'g' });
  expect(bodies(await receive(test.sqs(), fifo.url))).toEqual(['1', '2', '3']);
  await test.stop();
  await start();
  const [kept] = await receive(test.sqs(), plain.url);
  expect(kept).toMatchObject({ Body: 'kept', Attributes: { MessageGroupId: 'g', ApproximateReceiveCount: '1' } });
  const again = await receive(test.sqs(), fifo.url);
  expect(bodies(again)).toEqual(['1', '2', '3']);
  expect(again[0]?.Attributes?.ApproximateReceiveCount).toBe('2');
});

it('receive counts survive what brings a message back at once, up to the dead-letter queue', async () => {
  await start();
  await send(fifo.url, 'poison', { MessageGroupId: 'g' });
  for (const _ of ['first', 'second']) {
    const [message] = await receive(test.sqs(), fifo.url);
    const back = { QueueUrl: fifo.url, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
    await test.sqs().send(new ChangeMessageVisibilityCommand(back));
    await test.stop();
    await start();
  }
  expect(await receive(test.sqs(), fifo.url)).toEqual([]);
  await test.stop();
  await start();
  expect(bodies(await receive(test.sqs(), dead.url))).toEqual(['poison']);
});

it('queues get what the template now says of them', async () => {
  await start();
  await test.stop();
  await start([queuePlan('plain', { attributes: { VisibilityTimeout: '7' } })]);
  expect(test.messaging.attributes(plain.arn)).toMatchObject({ VisibilityTimeout: '7', DelaySeconds: '0' });
  expect(test.lines).toContain(
    'Queue orders.fifo of the data folder is in the templates no more; its messages are left there.',
  );
});

it('messages older than the queue keeps them are gone', async () => {
  await start();
  await send(plain.url, 'old');
  const hour = queuePlan('plain', { attributes: { MessageRetentionPeriod: '0' } });
  await test.stop();
  await start([hour]);
  expect(await receive(test.sqs(), plain.url)).toEqual([]);
});
