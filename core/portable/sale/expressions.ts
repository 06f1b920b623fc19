/**
 * DynamoDB expressions on one item. Update and condition use names and values of their own, so that they may be merged
 * or sent apart.
 */
export type Expression = { expression: string; names: Record<string, string>; values: Record<string, unknown> };
export type PageWrite = { update: Expression; condition: Expression };

/** Tests that must all hold, with the names and values that they use. */
export type Guard = { tests: string[]; names: Record<string, string>; values: Record<string, unknown> };

/** One condition of several guards, of which at least one has a test. */
export function allOf(guards: Guard[]): Expression {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const tests: string[] = [];
  for (const guard of guards) {
    tests.push(...guard.tests);
    Object.assign(names, guard.names);
    Object.assign(values, guard.values);
  }
  return { expression: tests.join(' AND '), names, values };
}

/** A name for a whole number in an expression: the same number, the same name. */
export function valueName(prefix: string, value: number): string {
  return value < 0 ? `:${prefix}m${0 - value}` : `:${prefix}${value}`;
}
