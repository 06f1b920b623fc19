import { SendMessageCommand, type SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { ACCOUNT, queuePlan, REGION } from '../../../local/messaging/testing/plans.ts';
import { receive } from '../../../local/messaging/testing/receive.ts';
import { startTestMessaging } from '../../../local/messaging/testing/startTestMessaging.ts';

const NAMES = ['Work', 'WorkDead', 'Line.fifo', 'LineDead.fifo', 'StreamDead'];

/** The function over real queues: `Work`, `Line` (FIFO), and a stream's dead letters. */
export async function startQueues() {
  const local = await startTestMessaging({ queues: NAMES.map((name) => queuePlan(name)) });
  const sqs = local.sqs();
  const { hostname, port } = await sqs.config.endpoint!();
  const url = (name: string) => `http://${hostname}:${port}/${ACCOUNT}/${name}`;
  const work = {
    at: url('Work'),
    queues: { Work: ['Work', 'WorkDead'], Line: ['Line.fifo', 'LineDead.fifo'] },
    streams: { 'consumer.Table': ['nobody', 'StreamDead'] },
    topics: {},
  };
  vi.stubEnv('WORK', JSON.stringify(work));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://${hostname}:${port}`);
  vi.stubEnv('AWS_REGION', REGION);
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_ADMINISTRATOR.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_ADMINISTRATOR.secretAccessKey);
  const { handler } = await import('../../../functions/dead-letters/handler.ts');
  return {
    handler,
    send: (name: string, body: string, more: Partial<SendMessageCommandInput> = {}) =>
      sqs.send(new SendMessageCommand({ QueueUrl: url(name), MessageBody: body, ...more })),
    receive: (name: string) => receive(sqs, url(name), { VisibilityTimeout: 0 }),
    backlog: (name: string) => local.messaging.backlog(`arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`),
    stop: async () => {
      vi.unstubAllEnvs();
      await local.stop();
    },
  };
}
