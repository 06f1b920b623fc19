import type { Answer } from '../../endpoint/answer.ts';
import { notAuthorized, type MessagingCaller } from '../caller.ts';
import type { Engine } from '../engine/engine.ts';
import type { Access } from '../policies/access.ts';
import { ACTIONS, queueName, sentEntries, type Input } from './operations.ts';

/** One call of SQS by someone known. Errors are answers, too. */
export type SqsService = (caller: MessagingCaller, operation: string, input: Input) => Promise<Answer>;

/** SQS in front of the engine: tells what is not served, and asks whether the caller may. */
export function createSqsService(settings: {
  engine: Engine;
  access: Access;
  region: string;
  accountId: string;
}): SqsService {
  const { engine, access, region, accountId } = settings;
  return async (caller, operation, input) => {
    const action = Object.hasOwn(ACTIONS, operation) ? ACTIONS[operation] : undefined;
    if (action === undefined) {
      const served = Object.keys(ACTIONS).join(', ');
      return sqsError(400, 'InvalidAction', `Of SQS the local cloud serves ${served}, not ${operation}.`);
    }
    const resource = `arn:aws:sqs:${region}:${accountId}:${queueName(operation, input) ?? '*'}`;
    const refusal = access(caller.policyCaller, action, resource);
    if (refusal !== null) return sqsError(403, 'AccessDenied', notAuthorized(caller, action, resource, refusal));
    const headers = { 'content-type': TYPE, 'x-amz-target': `AmazonSQS.${operation}` };
    return engine.request({ headers, body: JSON.stringify(input) }, sentEntries(operation, input));
  };
}

const TYPE = 'application/x-amz-json-1.0';

/** The header names the error for SDKs that still know SQS by its older protocol. */
export function sqsError(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: { 'content-type': TYPE, 'x-amzn-query-error': `${code};Sender` },
    body: JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message }),
  };
}
