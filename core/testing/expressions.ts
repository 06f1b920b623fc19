import type { UpdateInput } from '../inventory/updateBuilder.ts';

export type Item = Record<string, unknown>;
export type Condition = Omit<UpdateInput, 'UpdateExpression'>;

/** Does the item, null where there is none, meet the condition? Knows the words that core's expressions use. */
export function meets(item: Item | null, condition: Condition): boolean {
  return condition.ConditionExpression.split(' OR ').some((tests) =>
    tests.split(' AND ').every((test) => meetsTest(item ?? {}, test, condition)),
  );
}

function meetsTest(item: Item, test: string, condition: Condition): boolean {
  const value = (alias: string) => condition.ExpressionAttributeValues[alias];
  const [, not, present] = /^attribute_(not_)?exists\((#\w+)\)$/.exec(test) ?? [];
  if (present) return (item[condition.ExpressionAttributeNames[present]] === undefined) === Boolean(not);
  const [, set, member] = /^NOT contains\((#\w+), (:\w+)\)$/.exec(test) ?? [];
  if (set) return !plain(item[condition.ExpressionAttributeNames[set]] ?? []).includes(value(member));
  const [, path, operator, operand] = /^(\S+) (>=|<=|=) (:\w+)$/.exec(test)!;
  const actual = read(item, path, condition);
  if (operator === '=') return JSON.stringify(plain(actual)) === JSON.stringify(plain(value(operand)));
  const limit = value(operand) as number;
  return typeof actual === 'number' && (operator === '>=' ? actual >= limit : actual <= limit);
}

/** The item after the update. */
export function updated(item: Item, input: UpdateInput): Item {
  const next = structuredClone(item);
  const [, sets, removes = ''] = /^SET (.*?)(?: REMOVE (.*))?$/.exec(input.UpdateExpression)!;
  for (const assignment of sets.split(', ')) {
    const [, path, source, sign, operand] = /^(\S+) = (?:(\S+) ([+-]) )?(:\w+)$/.exec(assignment)!;
    const value = input.ExpressionAttributeValues[operand];
    const base = source ? (read(item, source, input) as number) : null;
    write(next, path, input, base === null ? value : base + (sign === '-' ? -1 : 1) * (value as number));
  }
  for (const name of removes.match(/#\w+/g) ?? []) delete next[input.ExpressionAttributeNames[name]];
  return next;
}

function steps(path: string, { ExpressionAttributeNames: names }: Condition): [string, number | null] {
  const [, name, index] = /^(#\w+)(?:\[(\d+)\])?$/.exec(path)!;
  return [names[name], index === undefined ? null : Number(index)];
}

function read(item: Item, path: string, condition: Condition): unknown {
  const [name, index] = steps(path, condition);
  return index === null ? item[name] : (item[name] as unknown[] | undefined)?.[index];
}

function write(item: Item, path: string, condition: Condition, value: unknown): void {
  const [name, index] = steps(path, condition);
  if (index === null) item[name] = value;
  else (item[name] as unknown[])[index] = value;
}

/** A set as the sorted list that a plain page has. */
function plain(value: unknown): unknown[] {
  if (value instanceof Set) return [...(value as Set<number>)].sort((a, b) => a - b);
  return value as unknown[];
}
