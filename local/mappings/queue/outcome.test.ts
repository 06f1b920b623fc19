import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

const ids = ['a', 'b'];
const failedOf = (payload: unknown, reports = true) => [...outcomeOf({ payload }, ids, reports).failed];

it.each([
  ['nothing', null],
  ['nothing at all', undefined],
  ['an empty text', ''],
  ['an empty object', {}],
  ['no list', { batchItemFailures: null }],
  ['an empty list', { batchItemFailures: [] }],
])('all is well when the function answers %s', (_, payload) => {
  expect(outcomeOf({ payload }, ids, true)).toEqual({ failed: new Set(), why: null });
});

it.each([
  ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
  ['no identifier', { batchItemFailures: [{ itemIdentifier: null }] }],
  ['a wrong key', { batchItemFailures: [{ messageId: 'a' }] }],
  ['a message that is not in the batch', { batchItemFailures: [{ itemIdentifier: 'c' }] }],
  ['no objects', { batchItemFailures: ['a'] }],
  ['a list that is none', { batchItemFailures: 'a' }],
  ['a text', 'done'],
])('all have failed when the function answers %s', (_, payload) => {
  expect(failedOf(payload)).toEqual(ids);
});

it('those fail that the function names', () => {
  expect(failedOf({ batchItemFailures: [{ itemIdentifier: 'b' }] })).toEqual(['b']);
});

it('what the function answers says nothing unless the mapping asks', () => {
  expect(failedOf({ batchItemFailures: [{ itemIdentifier: 'b' }] }, false)).toEqual([]);
});

it('all have failed when the function has', () => {
  const outcome = outcomeOf({ payload: { errorMessage: 'boom' }, functionError: 'Unhandled' }, ids, true);
  expect(outcome.failed).toEqual(new Set(ids));
  expect(outcome.why).toContain('boom');
});
