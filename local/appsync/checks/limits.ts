import type { ApiDefinition } from '../definition.ts';
import type { FieldLimits } from '../execution/fields.ts';

const MOST_DEPTH = 75;
const MOST_RESOLVERS = 10_000;

/** The API's limits on a query, AppSync's defaults filled in. @throws when one is out of AppSync's range */
export function readLimits({ queryDepthLimit, resolverCountLimit }: ApiDefinition): FieldLimits {
  requireRange('queryDepthLimit', queryDepthLimit, MOST_DEPTH);
  requireRange('resolverCountLimit', resolverCountLimit, MOST_RESOLVERS);
  return { depth: queryDepthLimit, resolvers: resolverCountLimit || MOST_RESOLVERS };
}

function requireRange(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${name} is ${value}: it must be 0 to ${most}.`);
}
