import { request } from 'undici';
import { authorization } from '../../endpoint/client/authorization.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import type { Endpoints } from '../endpointsFile.ts';
import { CommandError } from './commandError.ts';
import { nobodyThere } from './runningSystem.ts';

type Call = {
  /** Signing name. */
  service: string;
  path: string;
  headers?: Record<string, string>;
  body: string;
  timeoutMs: number;
};

/**
 * One call to the running system's endpoint of AWS services, as the local administrator.
 * @throws {CommandError} when nobody is there, no answer comes in time, or it is an error
 */
export async function administratorCall(
  { endpointUrl, region }: Pick<Endpoints, 'endpointUrl' | 'region'>,
  call: Call,
): Promise<{ headers: Record<string, string | string[] | undefined>; text: string }> {
  const { service, path, body, timeoutMs } = call;
  const { accessKeyId } = LOCAL_ADMINISTRATOR;
  const headers = { ...call.headers, authorization: authorization({ accessKeyId, region, service }) };
  const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const reply = await request(endpointUrl + path, { method: 'POST', headers, body, ...timeouts }).catch((error) => {
    throw unanswered(endpointUrl, error as Error & { code?: string });
  });
  const text = await reply.body.text();
  if (reply.statusCode >= 300) throw refused(text, reply.headers['x-amzn-errortype']);
  return { headers: reply.headers, text };
}

function unanswered(url: string, error: Error & { code?: string }): CommandError {
  return error.code === 'ECONNREFUSED'
    ? nobodyThere(url)
    : new CommandError(`There was no answer from ${url}: ${error.message}`);
}

/** REST services name the error in a header, the JSON ones in the body. */
function refused(text: string, header: string | string[] | undefined): CommandError {
  const { __type, message } = JSON.parse(text) as { __type?: string; message?: string };
  const type = String(header ?? __type ?? 'Error');
  return new CommandError(`${type.slice(type.indexOf('#') + 1)}: ${message ?? text}`);
}
