import { expect, it } from 'vitest';
import { newState } from './propertyState.ts';
import { isAwaited, isReplaced } from './wake.ts';

const at = (seconds: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + seconds * 1000).toISOString();
const state = { ...newState('lisbon-1', at(0)), wake_at: at(300) };
const now = (seconds: number) => Date.parse(at(seconds));
const wake = (seconds: number) => ({ wake: 'lisbon-1', at: at(seconds) });

it('a wake is awaited until it is two minutes late', () => {
  expect([0, 300, 419, 420].map((second) => isAwaited(state, now(second)))).toEqual([true, true, true, false]);
  expect(isAwaited({ ...state, wake_at: null }, now(0))).toBe(false);
});

it('a wake gives way to a later one that is on its way, and to none that is lost', () => {
  expect(isReplaced(state, wake(200), now(201))).toBe(true);
  expect(isReplaced(state, wake(200), now(420))).toBe(false);
  expect(isReplaced(state, wake(300), now(299))).toBe(false);
  expect(isReplaced(state, wake(301), now(299))).toBe(false);
});
