import { z } from 'zod';
import type { RealtimeError } from '../contract.ts';
import { malformedMessage, unsupportedOperation } from './errors.ts';

export type Operation = { query: string; variables: Record<string, unknown>; operationName?: string | null };

export type StartMessage = {
  kind: 'start';
  id: string;
  operation: Operation;
  /** The authorization headers, names in lower case. */
  headers: Record<string, string>;
  /** `payload.data` to the letter: what an IAM caller has signed. */
  body: string;
};

export type ClientMessage =
  | { kind: 'init' }
  | StartMessage
  | { kind: 'stop'; id: string }
  /** `detail` says for the log what AppSync's wording leaves open. */
  | { kind: 'refused'; id: string | undefined; error: RealtimeError; detail: string };

const Envelope = z.object({ type: z.string().optional(), id: z.string().optional(), payload: z.unknown().optional() });
const StartPayload = z.object({
  data: z.string(),
  extensions: z.object({ authorization: z.record(z.string(), z.string()).optional() }).optional(),
});
const Data = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Reads one text message of a client; never throws: what cannot be read comes back as `refused`. */
export function parseClientMessage(text: string): ClientMessage {
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'refused', id: undefined, error: malformedMessage(), detail: 'no JSON object' };
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return refused(undefined, `type and id are strings: ${z.prettifyError(envelope.error)}`);
  const { type, id, payload } = envelope.data;
  if (type === 'connection_init') return { kind: 'init' };
  if (type !== 'start' && type !== 'stop') return refused(id, `there is no message type ${JSON.stringify(type)}`);
  if (id === undefined || id === '') return refused(id, `${type} needs an id`);
  return type === 'stop' ? { kind: 'stop', id } : parseStart(id, payload);
}

function parseStart(id: string, payload: unknown): ClientMessage {
  const start = StartPayload.safeParse(payload);
  if (!start.success) return refused(id, `start's payload: ${z.prettifyError(start.error)}`);
  const body = start.data.data;
  const data = Data.safeParse(parseJson(body));
  if (!data.success) return refused(id, `start's payload.data, a JSON string: ${z.prettifyError(data.error)}`);
  const { query, variables, operationName } = data.data;
  const operation = { query, variables: variables ?? {}, operationName: operationName ?? null };
  return { kind: 'start', id, operation, headers: lowerCaseNames(start.data.extensions?.authorization ?? {}), body };
}

export function lowerCaseNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function refused(id: string | undefined, detail: string): ClientMessage {
  return { kind: 'refused', id, error: unsupportedOperation(), detail };
}

/** Undefined for what is no JSON; JSON itself has no undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
