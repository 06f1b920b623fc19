import { expect, it } from 'vitest';
import { argumentFilter } from './argumentFilter.ts';

it.each([
  ['no argument', {}, { id: 'b1' }, true],
  ['no argument, nothing published', {}, null, true],
  ['an omitted argument', { id: undefined }, { id: 'b1' }, true],
  ['an equal field', { id: 'b1' }, { id: 'b1' }, true],
  ['another value', { id: 'b1' }, { id: 'b2' }, false],
  ['another type', { units: 1 }, { units: '1' }, false],
  ['one of two', { id: 'b1', units: 1 }, { id: 'b1', units: 2 }, false],
  ['a field not selected', { id: 'b1' }, {}, false],
  ['null and null', { id: null }, { id: null }, true],
  ['null and a field not selected', { id: null }, {}, true],
  ['null and a value', { id: null }, { id: 'b1' }, false],
  ['an equal list', { tags: ['a', 'b'] }, { tags: ['a', 'b'] }, true],
  ['an equal object', { at: { day: 1 } }, { at: { day: 1 } }, true],
  ['a scalar published', { id: 'b1' }, 'b1', false],
])('%s', (_what, args, published, wanted) => {
  expect(argumentFilter(args)(published)).toBe(wanted);
});
