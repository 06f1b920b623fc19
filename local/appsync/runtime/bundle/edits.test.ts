import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertInto } from './edits.ts';

test('the column of any character of the original is found again in the edited text', () => {
  const edits = fc.record({
    code: fc.stringMatching(/^[a-z\n]{1,40}$/),
    places: fc.array(fc.tuple(fc.nat(39), fc.stringMatching(/^[A-Z]{1,5}$/)), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(edits, ({ code, places }) => {
      const insertions = places.map(([at, text]) => ({ at: Math.min(at, code.length), text }));
      const edited = insertInto(code, insertions);
      const lines = code.split('\n');
      edited.text.split('\n').forEach((editedLine, i) => {
        const original = [...editedLine].flatMap((char, column) =>
          /[a-z]/.test(char) ? [edited.originalColumn(i + 1, column + 1)] : [],
        );
        expect(original).toEqual([...(lines[i] ?? '')].map((_, column) => column + 1));
      });
    }),
  );
});
