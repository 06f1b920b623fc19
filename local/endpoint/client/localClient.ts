import { request } from 'undici';
import { AwsServiceError } from '../../appsync/definition.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import type { Principals } from '../../iam/principals.ts';
import { errorFromAnswer, executionTimeout } from '../answer.ts';
import { authorization } from './authorization.ts';

/** Calls of this process to the endpoint, as a session of a role or as the local administrator, like those of a function. */
export type LocalClient = {
  /** One operation of SQS. @throws {AwsServiceError} */
  sqs(operation: string, input: Record<string, unknown>, roleArn: string): Promise<Record<string, unknown>>;
  /** Publishes to a topic; answers the message's id. @throws {AwsServiceError} */
  publish(message: Publication, roleArn: string): Promise<string>;
  /** The URL of a queue by its ARN. @throws {AwsServiceError} when there is no such queue */
  queueUrl(queueArn: string): Promise<string>;
};

export type Publication = {
  TopicArn: string;
  Message: string;
  Subject?: string;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
};

const TIMEOUT_MS = 20_000;

/** @param settings.url the endpoint's */
export function createLocalClient(settings: { url: string; region: string; principals: Principals }): LocalClient {
  const queueUrls = new Map<string, string>();

  const post = async (service: string, roleArn: string, headers: Record<string, string>, body: string) => {
    const timeouts = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
    const signed = { ...headers, ...signature(settings, service, roleArn) };
    try {
      const reply = await request(settings.url, { method: 'POST', headers: signed, body, ...timeouts });
      return { status: reply.statusCode, headers: {}, body: await reply.body.text() };
    } catch {
      // The connection broke or nothing came in time: the work may be done or not.
      throw executionTimeout();
    }
  };

  const sqs: LocalClient['sqs'] = async (operation, input, roleArn) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` };
    const answer = await post('sqs', roleArn, headers, JSON.stringify(input));
    if (answer.status !== 200) throw errorFromAnswer(answer);
    return (answer.body === '' ? {} : JSON.parse(answer.body)) as Record<string, unknown>;
  };

  const queueUrl: LocalClient['queueUrl'] = async (queueArn) => {
    const known = queueUrls.get(queueArn);
    if (known !== undefined) return known;
    const QueueName = queueArn.split(':').at(-1) ?? '';
    const { QueueUrl } = await sqs('GetQueueUrl', { QueueName }, LOCAL_ADMINISTRATOR.roleArn);
    queueUrls.set(queueArn, String(QueueUrl));
    return String(QueueUrl);
  };

  const publish: LocalClient['publish'] = async (message, roleArn) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', ...message });
    const answer = await post('sns', roleArn, headers, form.toString());
    if (answer.status !== 200) throw errorOfXml(answer);
    return tagIn(answer.body, 'MessageId') ?? '';
  };

  return { sqs, publish, queueUrl };
}

function signature(
  { region, principals }: { region: string; principals: Principals },
  service: string,
  roleArn: string,
): Record<string, string> {
  const session = roleArn === LOCAL_ADMINISTRATOR.roleArn ? null : principals.assume(roleArn, 'local');
  const { accessKeyId } = session ?? LOCAL_ADMINISTRATOR;
  return {
    authorization: authorization({ accessKeyId, region, service }),
    ...(session === null ? {} : { 'x-amz-security-token': session.sessionToken }),
  };
}

/** The query protocol answers `<ErrorResponse><Error><Code>..</Code><Message>..</Message></Error></ErrorResponse>`. */
function errorOfXml(answer: { status: number; headers: Record<string, string>; body: string }): AwsServiceError {
  const code = tagIn(answer.body, 'Code');
  if (code === undefined) return errorFromAnswer(answer);
  return new AwsServiceError(code, tagIn(answer.body, 'Message') ?? answer.body, answer.status);
}

function tagIn(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
