import type { Answer } from '../../endpoint/answer.ts';
import { notAuthorized, type MessagingCaller } from '../caller.ts';
import type { Engine } from '../engine/engine.ts';
import type { Access } from '../policies/access.ts';
import { ACTIONS, publishedEntries, unservedPart, type Fields } from './operations.ts';

/** One call of SNS by someone known. Errors are answers, too. */
export type SnsService = (caller: MessagingCaller, fields: Fields) => Promise<Answer>;

/** SNS in front of the engine: tells what is not served, and asks whether the caller may. */
export function createSnsService(settings: { engine: Engine; access: Access }): SnsService {
  const { engine, access } = settings;
  return async (caller, fields) => {
    const operation = fields.Action ?? '(missing)';
    const action = Object.hasOwn(ACTIONS, operation) ? ACTIONS[operation] : undefined;
    if (action === undefined) {
      const served = Object.keys(ACTIONS).join(', ');
      return snsError(400, 'InvalidAction', `Of SNS the local cloud serves ${served}, not ${operation}.`);
    }
    const unserved = unservedPart(fields);
    if (unserved !== null) return snsError(400, 'InvalidParameter', unserved);
    const resource = fields.TopicArn ?? '*';
    const refusal = access(caller.policyCaller, action, resource);
    if (refusal !== null) return snsError(403, 'AuthorizationError', notAuthorized(caller, action, resource, refusal));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return engine.request({ headers, body: new URLSearchParams(fields).toString() }, publishedEntries(fields));
  };
}

function snsError(status: number, code: string, message: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${error}</ErrorResponse>`,
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
