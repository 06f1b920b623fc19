import { PoisonError } from '../batch/poison.ts';

/**
 * Those of the names that a message has as texts; it may have others.
 * @throws {PoisonError} for what is no JSON object; the parser's words quote the text, so they are not told
 */
export function textsOf<K extends string>(body: string, names: readonly K[]): Partial<Record<K, string>> {
  const message = parse(body);
  const found = names.flatMap((name) => (typeof message[name] === 'string' ? [[name, message[name]]] : []));
  return Object.fromEntries(found) as Partial<Record<K, string>>;
}

function parse(body: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(body) as Record<string, unknown>) };
  } catch {
    throw new PoisonError('The message is not JSON.');
  }
}
