import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KeyList, mergeLists } from './mergeLists.ts';
import { placeOf } from './nameKey.ts';
import { fitsName, lastWordFirst } from './names.ts';

type Row = { arrival: string; id: string; name: string };
const keyOf = ({ arrival, id, name }: Row) => `${arrival}#${id}#${name}`;
const placeOfRow = (row: Row) => placeOf(keyOf(row));

/** One look at an index: at most so many keys behind a place. */
function look(rows: Row[], after: string, most: number): KeyList {
  const keys = rows
    .map(keyOf)
    .sort()
    .filter((key) => after === '' || placeOf(key) > after);
  return { keys: keys.slice(0, most), isDone: keys.length <= most };
}

const row = fc.record({
  arrival: fc.constantFrom('2027-03-01', '2027-03-02', '2027-03-03'),
  id: fc.uuid(),
  name: fc.constantFrom('mei', 'mei ana', 'ana mei', 'mea mei', 'mei mei', 'bo', 'bo meier', 'ana me'),
});
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 });

it('pages bring every booking that fits once, by arrival, and come to an end', () => {
  const most = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(rows, most, most, fc.constantFrom('me', 'mei', 'mei a', 'bo'), (all, limit, mostKeys, beginning) => {
      const bucket = beginning.slice(0, 2);
      const first = all.filter(({ name }) => name.startsWith(bucket));
      const last = all.filter(({ name }) => lastWordFirst(name).startsWith(bucket));
      const found: string[] = [];
      let after: string | null = '';
      let looks = 0;
      while (after !== null) {
        const lists = [look(first, after, mostKeys), look(last, after, mostKeys)];
        const { places, next } = mergeLists(lists, beginning, limit);
        expect(places.length).toBeLessThanOrEqual(limit);
        expect(next === null || next > after).toBe(true);
        found.push(...places);
        after = next;
        looks++;
      }
      expect(found).toEqual(
        all
          .filter(({ name }) => fitsName(name, beginning))
          .map(placeOfRow)
          .sort(),
      );
      expect(looks).toBeLessThanOrEqual(first.length + last.length + 1);
    }),
    { numRuns: 1_000 },
  );
});
