import { SerializeError } from '../../errors/serializeError.ts';

/** What a handler sees of an AWSJSON argument. @throws when the string is no JSON */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') throw new Error(`Unable to parse \`${String(value)}\` as valid JSON.`);
  try {
    return JSON.parse(value);
  } catch {
    throw new Error(`Unable to parse \`${value}\` as valid JSON.`);
  }
}

/**
 * A handler's value as the client gets it: a JSON document in a string. A string that already is a document stays as it
 * is, so that a subscription gives on what the mutation gave out.
 */
export function serializeJson(value: unknown): string {
  if (typeof value === 'string' && isDocument(value)) return value;
  const text = JSON.stringify(value);
  if (text === undefined) throw new SerializeError('Unable to serialize the value as valid JSON.');
  return text;
}

function isDocument(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
