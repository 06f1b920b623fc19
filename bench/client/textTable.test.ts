import { expect, test } from 'vitest';
import { textTable } from './textTable.ts';

test('text stands left, numbers right', () => {
  expect(
    textTable(
      ['Operation', 'count'],
      [
        ['bookRoom', '1234'],
        ['x', '5'],
      ],
    ),
  ).toEqual(['Operation  count', '---------  -----', 'bookRoom    1234', 'x              5']);
});
