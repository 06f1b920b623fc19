import { Failure } from '../../intrinsics.ts';
import type { AttributeValue } from '../attributes.ts';

export type FilterExpression = {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, AttributeValue>;
};

/** What is being built, and for which function (for messages). */
export type Rendering = { built: FilterExpression; of: string };

/** @param path the keys that lead to the fault */
export function fail({ of }: Rendering, path: string[], what: string): never {
  throw new Failure(`${of}: ${path.length > 0 ? `"${path.join('.')}"` : 'the filter'} ${what}`);
}
