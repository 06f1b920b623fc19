import { expect, it } from 'vitest';
import type { Search } from '../../core/search/search.ts';
import { readToken, tokenOf } from './nextToken.ts';

const search: Search = {
  propertyIds: ['a', 'b'],
  near: null,
  arrival: '2027-05-03',
  departure: '2027-05-05',
  units: 1,
  adults: 1,
  children: 0,
  sort: 'PRICE',
};
const token = tokenOf(search, ['EUR', 12_000, 'a']);

it('a token gives back its position', () => {
  expect(readToken(search, token)).toEqual(['EUR', 12_000, 'a']);
});

it('a token is of one search', () => {
  expect(readToken({ ...search, adults: 2 }, token)).toBeNull();
  expect(readToken({ ...search, sort: 'DISTANCE' }, token)).toBeNull();
});

it('a token with any other character is none', () => {
  const changed = [...token].map((character, at) => token.slice(0, at) + (character === 'A' ? 'B' : 'A') + token.slice(at + 1));
  expect(changed.filter((each) => each !== token && readToken(search, each))).toEqual([]);
  expect([readToken(search, ''), readToken(search, `${token}=`), readToken(search, 'W10')]).toEqual([null, null, null]);
});
