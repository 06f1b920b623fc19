import { expect, test } from 'vitest';
import { loadCode } from '../loadCode.ts';
import { emptyContext } from '../testing/evaluate.ts';
import type { Clock } from './clock.ts';

const CODE = `import { util } from '@aws-appsync/utils';
export function request() { return {}; }
export function response() { return [util.time.nowISO8601(), util.autoUlid(), util.autoKsuid()]; }`;

const DAY_TO_COME = Date.parse('2097-03-28T12:00:00Z');

/** What a handler is told: the time, a ULID and a KSUID. */
function told(clock: Clock | null): [string, string, string] {
  const outcome = loadCode(CODE, 'test', { log: () => {}, clock }).response(emptyContext());
  return (outcome as unknown as { value: [string, string, string] }).value;
}

test('handlers are told the time of their clock, in ids as well, and those beside them the real one', () => {
  const before = Date.now();
  const [time, ulid, ksuid] = told(() => DAY_TO_COME);
  expect(time).toBe('2097-03-28T12:00:00.000Z');
  const [now, ...ids] = told(null);
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
  expect([ulid > ids[0], ksuid > ids[1]]).toEqual([true, true]);
});

test('a clock that slips back makes ids that rise all the same', () => {
  const ids = [5, 3, 4].map((seconds) => told(() => DAY_TO_COME + seconds * 1000)[1]);
  expect(ids).toEqual([...ids].sort());
});
