import { describe, expect, it } from 'vitest';
import type { LambdaReply } from '../../../appsync/definition.ts';
import type { StreamRecord } from '../records/record.ts';
import { outcomeOf } from './outcome.ts';

const records = ['0007', '8', '9'].map((sequence) => ({ sequence })) as StreamRecord[];
const failures = (...itemIdentifiers: unknown[]): LambdaReply => ({
  payload: { batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })) },
});

describe('the answer of a function that reports item failures', () => {
  it.each<[string, LambdaReply, 'done' | number]>([
    ['nothing', { payload: null }, 'done'],
    ['an empty text', { payload: '' }, 'done'],
    ['an object without failures', { payload: {} }, 'done'],
    ['null failures', { payload: { batchItemFailures: null } }, 'done'],
    ['no failures', failures(), 'done'],
    ['one failure', failures('8'), 1],
    ['several failures, the first in the stream counts', failures('9', '8'), 1],
    ['a failure with other leading zeros', failures('7'), 0],
    ['a failure of another batch', failures('9', '12'), 0],
    ['an empty identifier', failures(''), 0],
    ['a null identifier', failures(null), 0],
    ['a misspelt identifier', { payload: { batchItemFailures: [{ identifier: '9' }] } }, 0],
    ['failures that are no list', { payload: { batchItemFailures: '9' } }, 0],
    ['something else', { payload: 'ok' }, 0],
    ['an error', { ...failures('9'), functionError: 'Unhandled' }, 0],
  ])('%s', (_what, reply, wanted) => {
    expect(outcomeOf(reply, records, true)).toEqual(wanted === 'done' ? 'done' : { failedFrom: wanted });
  });
});

it('a function that does not report them has done all unless it fails', () => {
  expect(outcomeOf(failures('8'), records, false)).toBe('done');
  expect(outcomeOf({ payload: null, functionError: 'Unhandled' }, records, false)).toEqual({ failedFrom: 0 });
});
