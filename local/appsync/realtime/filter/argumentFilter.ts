import { isDeepStrictEqual } from 'node:util';
import { fieldValue } from './fieldValue.ts';
import type { Filter } from './filter.ts';

/**
 * AppSync's filtering by arguments: every argument the client gave must equal the published field of its name. An
 * argument left out filters nothing; an explicit null wants a null field (guide, "Using subscription arguments"), and
 * a field that the mutation did not select counts as null, since it reaches subscribers as null.
 */
export function argumentFilter(args: Record<string, unknown>): Filter {
  const wanted = Object.entries(args).filter(([, value]) => value !== undefined);
  return (published) => wanted.every(([name, value]) => isDeepStrictEqual(fieldValue(published, name) ?? null, value));
}
