import { PatternError } from '../patternError.ts';

/** Lambda takes this many on request, five without (Lambda Developer Guide, "Event filtering"). */
const LIMIT = 10;

/** The patterns of `FilterCriteria`, each JSON text. @throws {PatternError} */
export function parseFilters(filters: readonly string[]): unknown[] {
  if (filters.length > LIMIT) throw new PatternError(`there are ${filters.length} filters, Lambda takes ${LIMIT}`);
  return filters.map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw new PatternError(`the filter ${text} is not JSON: ${(error as Error).message}`, { cause: error });
    }
  });
}
