/** A text put in front of the character at `at` (0-based) of the original. */
export type Insertion = { at: number; text: string };

export type EditedCode = {
  text: string;
  /** @param line 1-based @param column 1-based, both in the edited text @returns the column in the original */
  originalColumn(line: number, column: number): number;
};

/**
 * Puts insertions into a text. They must hold no line break, so that lines stay what they were and a fault
 * can be reported at its place in the bundle as deployed. Insertions at one place keep the order given.
 */
export function insertInto(code: string, insertions: Insertion[]): EditedCode {
  const sorted = insertions.toSorted((a, b) => a.at - b.at);
  let text = '';
  let from = 0;
  for (const { at, text: inserted } of sorted) {
    text += code.slice(from, at) + inserted;
    from = at;
  }
  return {
    text: text + code.slice(from),
    originalColumn: (line, column) => originalColumn(code, sorted, line, column),
  };
}

function originalColumn(code: string, sorted: Insertion[], line: number, column: number): number {
  const start = lineStart(code, line);
  const end = code.indexOf('\n', start);
  let added = 0;
  for (const { at, text } of sorted) {
    if (at < start || (end !== -1 && at > end)) continue;
    const inEdited = at - start + added;
    if (column - 1 < inEdited) break;
    if (column - 1 < inEdited + text.length) return at - start + 1;
    added += text.length;
  }
  return column - added;
}

function lineStart(code: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = code.indexOf('\n', start);
    if (next === -1) return start;
    start = next + 1;
  }
  return start;
}
