/** One part of a java.time DateTimeFormatter pattern. */
export type PatternPart =
  | { kind: 'field'; letter: string; count: number }
  | { kind: 'literal'; text: string }
  | { kind: 'optional'; parts: PatternPart[] };

/** Letters with the counts that format and parse here; java.time knows more, and those are refused by name. */
const COUNTS: Record<string, number[]> = {
  y: [1, 2, 4],
  u: [1, 2, 4],
  M: [1, 2, 3, 4],
  L: [1, 2, 3, 4],
  d: [1, 2],
  D: [1, 3],
  E: [1, 2, 3, 4],
  a: [1],
  h: [1, 2],
  H: [1, 2],
  m: [1, 2],
  s: [1, 2],
  S: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  V: [2],
  X: [1, 2, 3, 4, 5],
  x: [1, 2, 3, 4, 5],
  Z: [1, 2, 3, 4, 5],
};

const HINTS: Record<string, string> = {
  Y: ' (Y is the week-based year, wrong around New Year: use y)',
  n: ' (use S)',
};

const known = new Map<string, PatternPart[]>();

/**
 * Parses a DateTimeFormatter pattern.
 * @throws {Error} naming the letter that is not supported, or what is malformed
 */
export function parsePattern(pattern: string): PatternPart[] {
  let parts = known.get(pattern);
  if (parts) return parts;
  const reader = { pattern, at: 0 };
  parts = readParts(reader, false);
  // Patterns come from code and are few; those built from data must not fill the memory.
  if (known.size < 200) known.set(pattern, parts);
  return parts;
}

type Reader = { pattern: string; at: number };

function readParts(reader: Reader, nested: boolean): PatternPart[] {
  const parts: PatternPart[] = [];
  while (reader.at < reader.pattern.length) {
    const char = reader.pattern.charAt(reader.at);
    if (char === ']') {
      if (!nested) throw new Error(`The date pattern "${reader.pattern}" closes a section it did not open`);
      reader.at += 1;
      return parts;
    }
    parts.push(readPart(reader, char));
  }
  if (nested) throw new Error(`The date pattern "${reader.pattern}" does not close its optional section`);
  return parts;
}

function readPart(reader: Reader, char: string): PatternPart {
  if (char === '[') {
    reader.at += 1;
    return { kind: 'optional', parts: readParts(reader, true) };
  }
  if (char === "'") return { kind: 'literal', text: readQuoted(reader) };
  if (/[a-zA-Z]/.test(char)) return readField(reader, char);
  if ('{}#'.includes(char)) throw new Error(`The date pattern "${reader.pattern}" uses the reserved character ${char}`);
  reader.at += 1;
  return { kind: 'literal', text: char };
}

function readField(reader: Reader, letter: string): PatternPart {
  const start = reader.at;
  while (reader.pattern.charAt(reader.at) === letter) reader.at += 1;
  const count = reader.at - start;
  if (!COUNTS[letter]?.includes(count)) {
    const what = letter.repeat(count);
    throw new Error(
      `The date pattern "${reader.pattern}" uses "${what}", which the local runtime does not support${HINTS[letter] ?? ''}`,
    );
  }
  return { kind: 'field', letter, count };
}

/** Text in quotes; two quotes, in or out of quotes, are one quote. */
function readQuoted(reader: Reader): string {
  const quoted = /^'((?:[^']|'')*)'/.exec(reader.pattern.slice(reader.at));
  if (!quoted) throw new Error(`The date pattern "${reader.pattern}" does not close a quote`);
  reader.at += quoted[0].length;
  const inside = quoted[1] ?? '';
  return inside === '' ? "'" : inside.replaceAll("''", "'");
}
