import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { letTopicSend, queuePlan, REGION, subscriptionPlan, topicPlan } from '../../local/messaging/testing/plans.ts';
import { bodies, receive } from '../../local/messaging/testing/receive.ts';
import { startTestMessaging, type TestMessaging } from '../../local/messaging/testing/startTestMessaging.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import type { publish as Publish } from './publish.ts';

const topic = topicPlan('events');
const queue = queuePlan('all');
queue.policies.push(letTopicSend(topic.arn, queue.arn));
topic.subscriptions.push(subscriptionPlan(queue.arn));

let local: TestMessaging;
let publish: typeof Publish;
beforeAll(async () => {
  local = await startTestMessaging({ queues: [queue], topics: [topic] });
  const { hostname, port, protocol } = await local.sqs().config.endpoint!();
  vi.stubEnv('AWS_ENDPOINT_URL', `${protocol}//${hostname}:${port}`);
  vi.stubEnv('AWS_REGION', REGION);
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_ADMINISTRATOR.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_ADMINISTRATOR.secretAccessKey);
  vi.stubEnv('BOOKING_EVENTS_TOPIC', topic.arn);
  vi.stubEnv('GRAPHQL_URL', 'http://127.0.0.1:9');
  vi.stubEnv('CATALOG_TABLE', 'none');
  ({ publish } = await import('./publish.ts'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.stop();
});

/** Everything in the queue. */
async function all(): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (;;) {
    const messages = await receive(local.sqs(), queue.url, { VisibilityTimeout: 60 });
    if (messages.length === 0) return found.sort();
    found.push(...bodies(messages));
  }
}

it('publishes what comes at once, more than a call takes', async () => {
  const texts = Array.from({ length: 23 }, (_, at) => `booking ${at}`);
  await Promise.all(texts.map((Message) => publish({ Message, MessageGroupId: 'p' })));
  expect(await all()).toEqual(texts.sort());
});

it('a message that the topic will never take is poison, and the others go', async () => {
  const settled = await Promise.allSettled(['a', 'x'.repeat(300_000), 'b'].map((Message) => publish({ Message })));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((settled[1] as PromiseRejectedResult).reason).toBeInstanceOf(PoisonError);
  expect(await all()).toEqual(['a', 'b']);
});
