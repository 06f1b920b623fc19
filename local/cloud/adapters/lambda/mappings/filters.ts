import { PatternError } from '../../../../patterns/patternError.ts';
import { TemplateError } from '../../../template/templateError.ts';

/** Refuses filters that AWS would refuse, before anything is started. @throws {TemplateError} */
export function checkFilters(filters: readonly string[], compile: (filters: readonly string[]) => unknown): void {
  try {
    compile(filters);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new TemplateError(`property FilterCriteria: ${error.message}`, { cause: error });
  }
}
