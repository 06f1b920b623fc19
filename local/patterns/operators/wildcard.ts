import { PatternError } from '../patternError.ts';
import type { LeafTest } from '../values.ts';
import { textOf } from './texts.ts';

/**
 * `*` stands for any characters, `\*` for an asterisk, `\\` for a backslash (event-ruler, "Wildcard matching").
 * @throws {PatternError}
 */
export function compileWildcard(operand: unknown, path: string): LeafTest {
  const pieces = piecesOf(textOf(operand, `${path}: wildcard`), path);
  return (leaf) => typeof leaf === 'string' && matches(leaf, pieces);
}

/** The texts between the asterisks, with their escapes resolved. */
function piecesOf(text: string, path: string): string[] {
  if (/(^|[^\\])(\\\\)*\*\*/.test(text)) throw new PatternError(`${path}: wildcard has two asterisks in a row`);
  const pieces = [''];
  for (const token of text.match(/\\?[^]/g) ?? []) {
    if (token === '*') pieces.push('');
    else if (token.length === 2 && token !== '\\*' && token !== '\\\\')
      throw new PatternError(`${path}: wildcard has ${token}, only \\* and \\\\ can be escaped`);
    else if (token === '\\') throw new PatternError(`${path}: wildcard ends in a lone backslash`);
    else pieces[pieces.length - 1] += token.at(-1) ?? '';
  }
  return pieces;
}

/** Takes each piece at the first place it is found, so the time is that of the text, whatever it contains. */
function matches(text: string, pieces: string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, position);
    if (found === -1) return false;
    position = found + piece.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}
