import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { letTopicSend, queuePlan, REGION, subscriptionPlan, topicPlan } from '../../local/messaging/testing/plans.ts';
import { receive } from '../../local/messaging/testing/receive.ts';
import { startTestMessaging, type TestMessaging } from '../../local/messaging/testing/startTestMessaging.ts';
import type { Overbooking } from '../../core/portable/items/overbooking.ts';

const topic = topicPlan('alerts');
const queue = queuePlan('desk');
const subscription = subscriptionPlan(queue.arn);
let messaging: TestMessaging;

beforeAll(async () => {
  messaging = await startTestMessaging({
    queues: [{ ...queue, policies: [letTopicSend(topic.arn, queue.arn)] }],
    topics: [{ ...topic, subscriptions: [subscription] }],
  });
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_SNS: await messaging.sns().config.endpoint!().then(
      ({ protocol, hostname, port }) => `${protocol}//${hostname}:${port}`,
    ),
    AWS_ACCESS_KEY_ID: LOCAL_ADMINISTRATOR.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_ADMINISTRATOR.secretAccessKey,
    GRAPHQL_URL: 'http://127.0.0.1:9',
    OPERATIONS_TABLE: 'Operations',
    ALERTS_TOPIC: topic.arn,
  });
});
afterAll(() => messaging.stop());

it('staff get a message of high priority that says what, where and when, under an id of its own', async () => {
  const { alertStaff } = await import('./alertStaff.ts');
  const record: Overbooking = {
    property_id: 'lisbon-1',
    room_type_id: 'STD',
    date: '2027-03-05',
    overbooking_id: 'lisbon-1#STD#2027-03-05',
    status: 'ESCALATED',
    shortfall: 2,
    page_version: 8,
    detected_at: '2026-11-20T10:00:00.000Z',
    escalated_at: '2026-11-20T10:00:01.000Z',
    moves: [],
    moves_before: 0,
    proposals: [],
    accepted: null,
    updated_at: '2026-11-20T10:00:01.000Z',
    version: 2,
  };
  await alertStaff(record);
  const sqs = messaging.sqs();
  const [message] = await receive(sqs, await urlOf());
  expect(message.MessageAttributes).toMatchObject({
    severity: { StringValue: 'high' },
    property_id: { StringValue: 'lisbon-1' },
    type: { StringValue: 'OVERBOOKING_ESCALATED' },
  });
  expect(JSON.parse(message.Body!)).toMatchObject({
    alertId: 'lisbon-1#STD#2027-03-05:2026-11-20T10:00:01.000Z',
    message: 'lisbon-1: 2 too many sold of STD on 2027-03-05, and no other room is free.',
    overbooking: { id: 'lisbon-1#STD#2027-03-05', status: 'ESCALATED', shortfall: 2 },
  });
});

async function urlOf(): Promise<string> {
  const { protocol, hostname, port } = await messaging.sqs().config.endpoint!();
  return `${protocol}//${hostname}:${port}/${queue.arn.split(':')[4]}/${queue.name}`;
}
