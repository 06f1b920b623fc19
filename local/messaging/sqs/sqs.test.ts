import type { SQSClient } from '@aws-sdk/client-sqs';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queuePlan } from '../testing/plans.ts';
import { bodies, receive } from '../testing/receive.ts';
import { startTestMessaging, type TestMessaging } from '../testing/startTestMessaging.ts';

const dead = queuePlan('dead');
const deadFifo = queuePlan('dead.fifo');
const plans = {
  plain: queuePlan('plain'),
  slow: queuePlan('slow', { attributes: { DelaySeconds: '1' } }),
  poison: queuePlan('poison', { redrive: { deadLetterArn: dead.arn, maxReceiveCount: 1 } }),
  poisonFifo: queuePlan('poison.fifo', {
    attributes: { ContentBasedDeduplication: 'true' },
    redrive: { deadLetterArn: deadFifo.arn, maxReceiveCount: 1 },
  }),
  fifo: queuePlan('orders.fifo', { attributes: { ContentBasedDeduplication: 'true' } }),
  byGroup: queuePlan('by-group.fifo', { attributes: { DeduplicationScope: 'messageGroup' } }),
  closed: queuePlan('closed', {
    policies: [{ Statement: { Effect: 'Deny', Action: 'sqs:SendMessage', Resource: '*', Principal: '*' } }],
  }),
};

let test: TestMessaging;
let sqs: SQSClient;
beforeAll(async () => {
  test = await startTestMessaging({ queues: [dead, deadFifo, ...Object.values(plans)] });
  sqs = test.sqs();
});
afterAll(() => test.stop());

const send = (queueUrl: string, body: string, more = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, ...more }));
const done = async (queueUrl: string, messages: { ReceiptHandle?: string }[]) => {
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
};

describe('a standard queue', () => {
  const { url, arn } = plans.plain;

  it('keeps what was sent until it is deleted', async () => {
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'x' } };
    const { MessageId } = await send(url, 'one', { MessageAttributes });
    const [message] = await receive(sqs, url);
    expect(message).toMatchObject({
      MessageId,
      Body: 'one',
      MessageAttributes,
      Attributes: { ApproximateReceiveCount: '1' },
    });
    expect(test.messaging.backlog(arn)).toMatchObject({ visible: 0, inFlight: 1 });
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }));
    expect(test.messaging.backlog(arn)).toMatchObject({ visible: 0, inFlight: 0, oldestSentAt: null });
  });

  it('hands on the message groups of single sends and batches', async () => {
    await send(url, 'same', { MessageGroupId: 'a' });
    const Entries = ['b', 'c', undefined].map((MessageGroupId, index) => ({
      Id: String(index),
      MessageBody: 'same',
      MessageGroupId,
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    const messages = await receive(sqs, url);
    expect(messages.map(({ Attributes }) => Attributes?.MessageGroupId)).toEqual(['a', 'b', 'c', undefined]);
    await done(url, messages);
  });

  it('gives a message back at once when its visibility time-out is set to 0', async () => {
    await send(url, 'again');
    const [message] = await receive(sqs, url);
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    const [second] = await receive(sqs, url);
    expect(second?.Attributes?.ApproximateReceiveCount).toBe('2');
    await done(url, [second ?? {}]);
  });

  it('wakes a receive that waits', async () => {
    const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 10 }));
    await send(url, 'awaited');
    const { Messages = [] } = await waiting;
    expect(bodies(Messages)).toEqual(['awaited']);
    await done(url, Messages);
  });

  it('does not show a delayed message before its time', async () => {
    const sentAt = Date.now();
    await send(plans.slow.url, 'late');
    expect(test.messaging.backlog(plans.slow.arn)).toMatchObject({ visible: 0, delayed: 1 });
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: plans.slow.url, WaitTimeSeconds: 5 }));
    expect(bodies(Messages ?? [])).toEqual(['late']);
    expect(Date.now() - sentAt).toBeGreaterThanOrEqual(1_000);
  });

  it('moves what was received too often to the dead-letter queue, for a redrive by receive and send', async () => {
    await send(plans.poison.url, 'bad', { MessageGroupId: 'hotel' });
    await receive(sqs, plans.poison.url, { VisibilityTimeout: 0 });
    expect(await receive(sqs, plans.poison.url)).toEqual([]);
    const messages = await receive(sqs, dead.url);
    expect(messages).toMatchObject([{ Body: 'bad', Attributes: { MessageGroupId: 'hotel' } }]);
    await done(dead.url, messages);
  });
});

describe('a FIFO queue', () => {
  const { url } = plans.fifo;
  const sendGroup = async (group: string, from: number, to: number) => {
    for (let number = from; number <= to; number += 1) await send(url, `${group}${number}`, { MessageGroupId: group });
  };

  it('gives several messages of a group in one batch, in order, and no more of it until they are done', async () => {
    await sendGroup('a', 1, 12);
    await sendGroup('b', 1, 2);
    const first = await receive(sqs, url);
    expect(bodies(first)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10']);
    const second = await receive(sqs, url);
    expect(bodies(second)).toEqual(['b1', 'b2']);
    expect(await receive(sqs, url)).toEqual([]);
    await done(url, first);
    const third = await receive(sqs, url);
    expect(bodies(third)).toEqual(['a11', 'a12']);
    await done(url, [...second, ...third]);
  });

  it('keeps the order of messages that come back, before those that came later', async () => {
    await sendGroup('c', 1, 3);
    const taken = await receive(sqs, url, { VisibilityTimeout: 1 });
    expect(bodies(taken)).toEqual(['c1', 'c2', 'c3']);
    await done(url, taken.slice(0, 1));
    await sendGroup('c', 4, 4);
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }),
    );
    expect(bodies(Messages)).toEqual(['c2', 'c3', 'c4']);
    await done(url, Messages);
  });

  it('takes a repeated message once, by its contents', async () => {
    const [one, two] = [
      await send(url, 'twice', { MessageGroupId: 'd' }),
      await send(url, 'twice', { MessageGroupId: 'd' }),
    ];
    expect(two.MessageId).toBe(one.MessageId);
    const messages = await receive(sqs, url);
    expect(messages).toHaveLength(1);
    await done(url, messages);
  });

  it('tells repeated messages by their group where the queue says so', async () => {
    const Entries = ['a', 'b', 'a'].map((MessageGroupId, index) => ({
      Id: String(index),
      MessageBody: `${MessageGroupId}${index}`,
      MessageGroupId,
      MessageDeduplicationId: 'same',
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: plans.byGroup.url, Entries }));
    expect(bodies(await receive(sqs, plans.byGroup.url)).sort()).toEqual(['a0', 'b1']);
  });

  it('lets the next message of a group pass when one has gone to the dead-letter queue', async () => {
    for (const body of ['bad', 'good']) await send(plans.poisonFifo.url, body, { MessageGroupId: 'g' });
    const QueueUrl = plans.poisonFifo.url;
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }));
    expect(bodies(Messages ?? [])).toEqual(['bad']);
    expect(await receive(sqs, QueueUrl)).toEqual([]);
    const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect(bodies(await receive(sqs, QueueUrl))).toEqual(['good']);
    expect(bodies(await receive(sqs, deadFifo.url))).toEqual(['bad']);
  });
});

describe('who may', () => {
  const allow = (Action: string | string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });

  it('is decided by action and queue, batches by the single action', async () => {
    const role = test.role('Sender', allow(['sqs:SendMessage', 'sqs:GetQueueUrl'], plans.plain.arn));
    const sender = test.sqs(role);
    const QueueUrl = plans.plain.url;
    await sender.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'x' }] }));
    const found = await sender.send(new GetQueueUrlCommand({ QueueName: 'plain' }));
    expect(found.QueueUrl).toBe(QueueUrl);
    await expect(sender.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
      message: `User: arn:aws:sts::111122223333:assumed-role/Sender/test is not authorized to perform: sqs:ReceiveMessage on resource: ${plans.plain.arn} because no identity-based policy allows the sqs:ReceiveMessage action`,
    });
    await expect(sender.send(new SendMessageCommand({ QueueUrl: dead.url, MessageBody: 'x' }))).rejects.toThrow(
      /sqs:SendMessage on resource: .*:dead /,
    );
    await done(QueueUrl, await receive(sqs, QueueUrl));
  });

  it('is denied by the queue’s policy whatever the role’s says', async () => {
    const role = test.role('Mighty', allow('sqs:*', '*'));
    await expect(
      test.sqs(role).send(new SendMessageCommand({ QueueUrl: plans.closed.url, MessageBody: 'x' })),
    ).rejects.toThrow('with an explicit deny in a resource-based policy');
  });
});

describe('the API', () => {
  it('describes queues', async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: plans.poison.url, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      QueueArn: plans.poison.arn,
      VisibilityTimeout: '30',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 1 }),
    });
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'poison' }));
    expect(QueueUrls).toEqual([plans.poison.url, plans.poisonFifo.url]);
  });

  it('says what is missing', async () => {
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nobody' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    });
    await expect(sqs.send(new CreateQueueCommand({ QueueName: 'new' }))).rejects.toThrow(
      /Of SQS the local cloud serves .*SendMessage.*, not CreateQueue/,
    );
  });

  it('serves this process, too', async () => {
    const as = { roleArn: test.role('Inside') };
    const call = {
      service: 'sqs',
      operation: 'SendMessage',
      input: { QueueUrl: plans.plain.url, MessageBody: 'x' },
    } as const;
    await expect(test.messaging.call({ ...call, as })).rejects.toMatchObject({ code: 'AccessDenied', statusCode: 403 });
  });
});
