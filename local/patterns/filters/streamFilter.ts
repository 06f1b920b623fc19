import { compilePattern, type Pattern } from '../compilePattern.ts';
import { parseFilters } from './parseFilters.ts';

/**
 * The filters of a stream's mapping, of which one must match; none lets everything pass. What is matched is a record as
 * the function would get it: `{ eventName, dynamodb: { Keys, NewImage, ... } }`.
 * @param filters each as JSON text
 * @throws {PatternError}
 */
export function compileStreamFilter(filters: readonly string[]): Pattern {
  const patterns = parseFilters(filters).map((pattern) => compilePattern(pattern, 'filter'));
  return patterns.length === 0 ? () => true : (record) => patterns.some((matches) => matches(record));
}
