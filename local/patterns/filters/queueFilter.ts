import { compilePattern, type Pattern } from '../compilePattern.ts';
import { fieldOf, isFields } from '../values.ts';
import { parseFilters } from './parseFilters.ts';

/**
 * The filters of a queue's mapping, of which one must match; none lets everything pass. What is matched is a message as
 * the function would get it, with its `body` as text. A pattern whose `body` is an object wants JSON there and sees it
 * parsed, one whose `body` is a list wants plain text; the other kind of message does not match (Lambda Developer Guide,
 * "Properly filtering Amazon SQS messages").
 * @param filters each as JSON text
 * @throws {PatternError}
 */
export function compileQueueFilter(filters: readonly string[]): Pattern {
  const patterns = parseFilters(filters).map(compileOne);
  return patterns.length === 0 ? () => true : (message) => patterns.some((matches) => matches(message));
}

function compileOne(pattern: unknown): Pattern {
  const matches = compilePattern(pattern, 'filter');
  const wanted = isFields(pattern) ? fieldOf(pattern, 'body') : undefined;
  if (wanted === undefined) return matches;
  return (message) => {
    if (!isFields(message)) return false;
    const parsed = parseBody(message.body);
    if (Array.isArray(wanted)) return parsed === undefined && matches(message);
    return parsed !== undefined && matches({ ...message, body: parsed });
  };
}

/** Undefined for plain text. Which JSON counts is not on record; a lone number or word is taken for text. */
function parseBody(body: unknown): object | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
