import { PatternError } from '../patternError.ts';
import { isFields, type LeafTest } from '../values.ts';

/** Begins with a text; `{ "equals-ignore-case": text }` regardless of case. @throws {PatternError} */
export function prefix(operand: unknown, path: string): LeafTest {
  return edge(operand, path, 'prefix', (text, wanted) => text.startsWith(wanted));
}

/** Ends with a text; `{ "equals-ignore-case": text }` regardless of case. @throws {PatternError} */
export function suffix(operand: unknown, path: string): LeafTest {
  return edge(operand, path, 'suffix', (text, wanted) => text.endsWith(wanted));
}

/** @throws {PatternError} */
export function equalsIgnoringCase(operand: unknown, path: string): LeafTest {
  const wanted = textOf(operand, `${path}: equals-ignore-case`).toLowerCase();
  return (leaf) => typeof leaf === 'string' && leaf.toLowerCase() === wanted;
}

function edge(
  operand: unknown,
  path: string,
  name: string,
  holds: (text: string, wanted: string) => boolean,
): LeafTest {
  if (isFields(operand) && Object.keys(operand).join() === 'equals-ignore-case') {
    const wanted = textOf(operand['equals-ignore-case'], `${path}: ${name} of equals-ignore-case`).toLowerCase();
    return (leaf) => typeof leaf === 'string' && holds(leaf.toLowerCase(), wanted);
  }
  const wanted = textOf(operand, `${path}: ${name}`);
  return (leaf) => typeof leaf === 'string' && holds(leaf, wanted);
}

/** @param what names the operand in the message */
export function textOf(operand: unknown, what: string): string {
  if (typeof operand !== 'string') throw new PatternError(`${what} takes a text, not ${JSON.stringify(operand)}`);
  return operand;
}
