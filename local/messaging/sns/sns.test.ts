import { CreateTopicCommand, PublishBatchCommand, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letTopicSend, queuePlan, subscriptionPlan, topicPlan } from '../testing/plans.ts';
import { bodies, receive } from '../testing/receive.ts';
import { startTestMessaging, type TestMessaging } from '../testing/startTestMessaging.ts';

const bookings = topicPlan('bookings');
const orders = topicPlan('orders.fifo', { contentBasedDeduplication: true });
const open = (name: string, topicArn = bookings.arn) => {
  const plan = queuePlan(name);
  return { ...plan, policies: [letTopicSend(topicArn, plan.arn)] };
};
const queues = {
  webhook: open('webhook'),
  wrapped: open('wrapped'),
  inBody: open('in-body'),
  closed: queuePlan('closed'),
  undelivered: open('undelivered'),
  ordered: { ...open('ordered.fifo', orders.arn), attributes: { ContentBasedDeduplication: 'true' } },
  unordered: open('unordered', orders.arn),
};
bookings.subscriptions.push(
  subscriptionPlan(queues.webhook.arn, {
    filter: { scope: 'MessageAttributes', policy: { pms_kind: ['webhook'], stars: [{ numeric: ['>=', 3] }] } },
  }),
  subscriptionPlan(queues.wrapped.arn, { raw: false }),
  subscriptionPlan(queues.inBody.arn, {
    filter: { scope: 'MessageBody', policy: { booking: { state: [{ 'anything-but': 'HELD' }] } } },
  }),
  subscriptionPlan(queues.closed.arn, { deadLetterArn: queues.undelivered.arn }),
  subscriptionPlan('ops@hotels.example', {
    protocol: 'email',
    filter: { scope: 'MessageAttributes', policy: { urgent: [{ exists: true }] } },
  }),
);
orders.subscriptions.push(subscriptionPlan(queues.ordered.arn), subscriptionPlan(queues.unordered.arn));
const alarms = topicPlan('alarms', {
  policies: [
    {
      Statement: {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Resource: '*',
        Principal: { Service: 'events.amazonaws.com' },
      },
    },
  ],
});

let test: TestMessaging;
let sns: SNSClient;
let sqs: SQSClient;
beforeAll(async () => {
  test = await startTestMessaging({ queues: Object.values(queues), topics: [bookings, orders, alarms] });
  [sns, sqs] = [test.sns(), test.sqs()];
});
afterAll(() => test.stop());

const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const publish = (Message: string, more = {}) =>
  sns.send(new PublishCommand({ TopicArn: bookings.arn, Message, ...more }));
const taken = (queue: { url: string }) => receive(sqs, queue.url);
/** Takes away what other tests have left. */
const empty = async (queue: { url: string }): Promise<void> => {
  while ((await taken(queue)).length > 0);
};

describe('a topic', () => {
  it('delivers by attributes, raw, with the attributes', async () => {
    const attributes = (kind: string, stars: string) => ({
      MessageAttributes: { pms_kind: text(kind), stars: { DataType: 'Number', StringValue: stars } },
    });
    await publish('{"a":1}', attributes('webhook', '4'));
    await publish('{"a":2}', attributes('webhook', '2'));
    await publish('{"a":3}', attributes('opentravel', '5'));
    expect(await taken(queues.webhook)).toMatchObject([
      { Body: '{"a":1}', MessageAttributes: { pms_kind: text('webhook'), stars: { StringValue: '4' } } },
    ]);
  });

  it('delivers by what stands in the message', async () => {
    for (const state of ['HELD', 'CONFIRMED']) await publish(JSON.stringify({ booking: { state } }));
    await publish('no JSON');
    expect(bodies(await taken(queues.inBody))).toEqual(['{"booking":{"state":"CONFIRMED"}}']);
  });

  it('wraps what is not delivered raw', async () => {
    await empty(queues.wrapped);
    await publish('hello', { Subject: 'greeting', MessageAttributes: { kind: text('x') } });
    const [message] = await taken(queues.wrapped);
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      Type: 'Notification',
      TopicArn: bookings.arn,
      Subject: 'greeting',
      Message: 'hello',
      MessageAttributes: { kind: { Type: 'String', Value: 'x' } },
    });
  });

  it('hands on message groups to standard queues, so that they stay fair', async () => {
    await publish('one', { MessageGroupId: 'hotel-1' });
    const PublishBatchRequestEntries = ['hotel-2', 'hotel-3', undefined].map((MessageGroupId, index) => ({
      Id: String(index),
      Message: 'same',
      MessageGroupId,
    }));
    const answer = await sns.send(new PublishBatchCommand({ TopicArn: bookings.arn, PublishBatchRequestEntries }));
    expect(answer.Successful).toHaveLength(3);
    const groups = (await taken(queues.wrapped)).map(({ Attributes }) => Attributes?.MessageGroupId);
    expect(groups).toEqual(['hotel-1', 'hotel-2', 'hotel-3', undefined]);
  });

  it('does not reach a queue whose policy does not let it: the subscription’s dead-letter queue gets the message', async () => {
    await empty(queues.undelivered);
    await publish('lost');
    expect(bodies(await taken(queues.closed))).toEqual([]);
    expect(bodies(await taken(queues.undelivered))).toEqual(['lost']);
    expect(test.lines).toContain(
      'bookings does not reach closed: because no resource-based policy allows the sqs:SendMessage action',
    );
  });

  it('prints what it would send by e-mail', async () => {
    await publish('two\nlines', { Subject: 'Overbooked', MessageAttributes: { urgent: text('yes') } });
    const mail = { topicArn: bookings.arn, to: 'ops@hotels.example', subject: 'Overbooked', message: 'two\nlines' };
    expect(test.messaging.mails()).toEqual([mail]);
    expect(test.lines).toContain('e-mail to ops@hotels.example, not sent: Overbooked: two lines');
  });
});

it('a FIFO topic keeps order and groups for FIFO queues only', async () => {
  for (const Message of ['1', '2', '1', '3']) {
    await sns.send(new PublishCommand({ TopicArn: orders.arn, Message, MessageGroupId: 'g' }));
  }
  const ordered = await taken(queues.ordered);
  expect(bodies(ordered)).toEqual(['1', '2', '3']);
  expect(ordered[0]?.Attributes?.MessageGroupId).toBe('g');
  expect((await taken(queues.unordered))[0]?.Attributes?.MessageGroupId).toBeUndefined();
});

describe('who may', () => {
  it('is decided by action and topic', async () => {
    const role = test.role('Publisher', { Effect: 'Allow', Action: 'sns:Publish', Resource: alarms.arn });
    const publisher = test.sns(role);
    await publisher.send(new PublishCommand({ TopicArn: alarms.arn, Message: 'x' }));
    await expect(publisher.send(new PublishCommand({ TopicArn: bookings.arn, Message: 'x' }))).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
      message: expect.stringContaining(`not authorized to perform: sns:Publish on resource: ${bookings.arn}`),
    });
  });

  it('of the services is decided by the topic’s policy', async () => {
    const as = { service: 'events.amazonaws.com', sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/r' };
    const call = (TopicArn: string) =>
      test.messaging.call({ service: 'sns', operation: 'Publish', input: { TopicArn, Message: 'tick' }, as });
    expect(await call(alarms.arn)).toEqual({ MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await expect(call(bookings.arn)).rejects.toMatchObject({
      code: 'AuthorizationError',
      message: expect.stringContaining('User: events.amazonaws.com is not authorized'),
    });
  });
});

it('says what is missing', async () => {
  await expect(sns.send(new CreateTopicCommand({ Name: 'new' }))).rejects.toThrow(/not CreateTopic/);
  await expect(publish('{"default":"x"}', { MessageStructure: 'json' })).rejects.toThrow(
    'does not serve the parameter MessageStructure',
  );
  await expect(sns.send(new PublishCommand({ TopicArn: `${bookings.arn}-none`, Message: 'x' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});
