import { Failure, isArray, MarkedObjects } from '../intrinsics.ts';
import { number, text } from '../util/arguments.ts';
import type { AttributeValue } from './attributes.ts';

const sets = new MarkedObjects<object>();

/** Sets made here go into a request as they are; told by identity, so data that only looks like one does not. */
export function asSet(value: object): AttributeValue | undefined {
  return sets.has(value) ? (value as AttributeValue) : undefined;
}

export const toStringSet = (list: string[]) => marked({ SS: checked('toStringSet', list, text) });
/** Numbers stay numbers, as reported of AWS. */
export const toNumberSet = (numbers: number[]) => marked({ NS: checked('toNumberSet', numbers, number) });
export const toBinarySet = (values: string[]) => marked({ BS: checked('toBinarySet', values, text) });

function marked<T extends object>(set: T): T {
  sets.add(set);
  return set;
}

function checked<T>(of: string, list: T[], check: (of: string, value: unknown) => T): T[] {
  if (!isArray(list)) throw new Failure(`${of} takes a list`);
  const items: T[] = [];
  for (const item of list) items.push(check(of, item));
  return items;
}
