import { AwsServiceError } from '../appsync/definition.ts';
import { errorFromAnswer, type Answer } from '../endpoint/answer.ts';
import { sessionArn } from '../iam/principals.ts';
import type { MessagingCaller } from './caller.ts';
import type { PolicyCaller } from './policies/principal.ts';
import { publishFields } from './sns/operations.ts';
import type { SnsService } from './sns/service.ts';
import type { SqsService } from './sqs/service.ts';

/** As whom a call is made: a role's session, or an AWS service, e.g. `events.amazonaws.com`, for one of its resources. */
export type CallAs = { roleArn: string; sessionName?: string } | { service: string; sourceArn: string };

export type MessagingCall = (call: {
  service: 'sqs' | 'sns';
  operation: string;
  input: Record<string, unknown>;
  as: CallAs;
}) => Promise<Record<string, unknown>>;

/** @throws {AwsServiceError} by the returned function: what the service answers instead */
export function createCall(sqs: SqsService, sns: SnsService): MessagingCall {
  return async ({ service, operation, input, as }) => {
    const caller = callerOf(as);
    if (service === 'sqs') {
      const answer = await sqs(caller, operation, input);
      if (answer.status !== 200) throw errorFromAnswer(answer);
      return JSON.parse(answer.body) as Record<string, unknown>;
    }
    if (operation !== 'Publish') {
      throw new AwsServiceError(
        'InvalidAction',
        `Within the local cloud SNS serves Publish only, not ${operation}.`,
        400,
      );
    }
    return published(await sns(caller, publishFields(input)));
  };
}

function callerOf(as: CallAs): MessagingCaller {
  const policyCaller: PolicyCaller = as;
  return {
    policyCaller,
    userArn: () => ('service' in as ? as.service : sessionArn(as.roleArn, as.sessionName ?? 'local')),
  };
}

/** The answers of the Query protocol are small XML documents of the engine's own making. */
function published(answer: Answer): Record<string, unknown> {
  if (answer.status !== 200) {
    throw new AwsServiceError(element(answer, 'Code'), element(answer, 'Message'), answer.status);
  }
  return { MessageId: element(answer, 'MessageId') };
}

function element({ body }: Answer, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
