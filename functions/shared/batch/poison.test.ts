import { expect, it } from 'vitest';
import { isPoison, PoisonError, reasonOf } from './poison.ts';

it.each([
  ['said to be', new PoisonError('x'), true],
  ['a property of nothing', new TypeError('Cannot read properties of undefined'), true],
  ['no JSON', new SyntaxError('Unexpected token'), true],
  ['out of range', new RangeError('Invalid time value'), true],
  ['a network that broke', new TypeError('fetch failed', { cause: new Error('ECONNRESET') }), false],
  ['any other error', new Error('throttled'), false],
  ['no error', 'text', false],
])('%s: %s is poison: %s', (_, error, poison) => {
  expect(isPoison(error)).toBe(poison);
});

it('a reason is one line, and quotes nobody', () => {
  expect(reasonOf(new SyntaxError('Unexpected token A, "Ada Lovela"... is not valid JSON'))).toBe(
    'It is not valid JSON.',
  );
  expect(reasonOf(new Error('throttled'))).toBe('throttled');
  expect(reasonOf('text')).toBe('text');
});
