import { Failure, isArray, keys } from '../intrinsics.ts';
import { number } from '../util/arguments.ts';
import { type AttributeValue, toAttribute } from './attributes.ts';
import { type Operation, operationOf } from './operations.ts';
import { asSet } from './sets.ts';

export type UpdateExpression = {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, AttributeValue>;
};

type Clause = { field: string; operation: Operation };

/**
 * The update expression of `update({update})`. Reported of AWS: all SET clauses, then all REMOVE clauses; names
 * `#expName_1` and values `:expValue_1` numbered in the order they come out, one name a field; `add` and `replace`
 * both give SET; `increment` does not create what is absent; a bare value or null is set. `expressionValues` is there
 * even when empty.
 *
 * @throws {TypeError} when nothing is to be updated, or a bare object is given: whether AppSync sets the whole or
 *   its keys one by one is not known
 */
export function updateExpression(update: unknown, of: string): UpdateExpression {
  const { sets, removes } = clauses(update, of);
  const built: UpdateExpression = { expression: '', expressionNames: {}, expressionValues: {} };
  const writer = new Writer(built, of);
  const set: string[] = [];
  for (const clause of sets) set.push(writer.set(clause));
  const remove: string[] = [];
  for (const { field } of removes) remove.push(writer.name(field));
  const parts: string[] = [];
  if (set.length > 0) parts.push(`SET ${set.join(', ')}`);
  if (remove.length > 0) parts.push(`REMOVE ${remove.join(', ')}`);
  if (parts.length === 0) throw new Failure(`${of}: there is nothing to update`);
  built.expression = parts.join(' ');
  return built;
}

function clauses(update: unknown, of: string): { sets: Clause[]; removes: Clause[] } {
  if (typeof update !== 'object' || update === null) throw new Failure(`${of}: "update" takes an object`);
  const sets: Clause[] = [];
  const removes: Clause[] = [];
  for (const field of keys(update)) {
    for (const operation of operationsOf((update as Record<string, unknown>)[field], `${of}, "${field}"`)) {
      (operation.kind === 'remove' ? removes : sets).push({ field, operation });
    }
  }
  return { sets, removes };
}

function operationsOf(value: unknown, of: string): Operation[] {
  const single = operationOf(value);
  if (single) return [single];
  if (isArray(value)) return listOperations(value, of);
  if (typeof value === 'object' && value !== null && !asSet(value)) {
    throw new Failure(`${of}: use operations.replace() to set a whole object`);
  }
  return [{ kind: 'set', value }];
}

/** A list is a bare value, unless it is made of updateListItem operations. */
function listOperations(list: unknown[], of: string): Operation[] {
  const found: Operation[] = [];
  for (const item of list) {
    const operation = operationOf(item);
    if (operation) found.push(operation);
  }
  if (found.length === 0) return [{ kind: 'set', value: list }];
  for (const operation of found) {
    if (found.length !== list.length || operation.kind !== 'listItem') {
      throw new Failure(`${of}: a list holds either values or updateListItem operations`);
    }
  }
  return found;
}

class Writer {
  private readonly built: UpdateExpression;
  private readonly of: string;
  private readonly aliases: Record<string, string> = {};
  private names = 0;
  private values = 0;

  constructor(built: UpdateExpression, of: string) {
    this.built = built;
    this.of = of;
  }

  name(field: string): string {
    const existing = this.aliases[field];
    if (existing) return existing;
    this.names += 1;
    const alias = `#expName_${this.names}`;
    this.aliases[field] = alias;
    this.built.expressionNames[alias] = field;
    return alias;
  }

  value(value: unknown): string {
    this.values += 1;
    const alias = `:expValue_${this.values}`;
    this.built.expressionValues[alias] = toAttribute(value, this.of, asSet);
    return alias;
  }

  set({ field, operation }: Clause): string {
    const name = this.name(field);
    switch (operation.kind) {
      case 'step':
        return `${name} = ${name} ${operation.sign} ${this.value(number(this.of, operation.by))}`;
      case 'join':
        if (!isArray(operation.items)) throw new Failure(`${this.of}: append and prepend take a list`);
        return operation.end === 'back'
          ? `${name} = list_append(${name}, ${this.value(operation.items)})`
          : `${name} = list_append(${this.value(operation.items)}, ${name})`;
      case 'listItem':
        return `${name}[${number(this.of, operation.index)}] = ${this.value(operation.value)}`;
      case 'set':
        return `${name} = ${this.value(operation.value)}`;
      case 'remove':
        return name;
    }
  }
}
