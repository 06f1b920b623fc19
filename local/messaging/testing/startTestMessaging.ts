import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { startServer } from '../../endpoint/server/server.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals, type Principals } from '../../iam/principals.ts';
import { startMessaging, type Messaging, type MessagingOptions } from '../messaging.ts';
import { ACCOUNT, REGION } from './plans.ts';

export type TestMessaging = {
  messaging: Messaging;
  principals: Principals;
  /** What was logged. */
  lines: string[];
  /** AWS SDK clients over HTTP; without a role as the local administrator. */
  sqs(roleArn?: string): SQSClient;
  sns(roleArn?: string): SNSClient;
  /** Makes a role with these statements and answers its ARN. */
  role(name: string, ...statements: object[]): string;
  stop(): Promise<void>;
};

/** Queues and topics behind the endpoint's server. */
export async function startTestMessaging(options: Partial<MessagingOptions>): Promise<TestMessaging> {
  const principals = createPrincipals({ region: REGION, accountId: ACCOUNT });
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const settings = { principals, region: REGION, accountId: ACCOUNT, dataFolder: null, log };
  const messaging = await startMessaging({ ...settings, queues: [], topics: [], ...options });
  const services = new Map(Object.entries(messaging.services));
  const server = await startServer({ principals, region: REGION, services, log });
  const client = (roleArn: string | undefined) => ({
    endpoint: server.url,
    region: REGION,
    credentials: roleArn === undefined ? LOCAL_ADMINISTRATOR : principals.assume(roleArn, 'test'),
    maxAttempts: 1,
  });
  return {
    messaging,
    principals,
    lines,
    sqs: (roleArn) => new SQSClient(client(roleArn)),
    sns: (roleArn) => new SNSClient(client(roleArn)),
    role: (name, ...statements) => {
      const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
      principals.register(arn, [{ Version: '2012-10-17', Statement: statements }]);
      return arn;
    },
    stop: async () => {
      await server.stop();
      await messaging.stop();
    },
  };
}
