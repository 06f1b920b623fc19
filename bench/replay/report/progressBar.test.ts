import { expect, test } from 'vitest';
import { paceOf } from './progressBar.ts';

test('rate so far, and the time the rest takes at it', () => {
  const date = '2026-12-01';
  expect(paceOf({ done: 300, total: 1_200, date }, 2)).toEqual({ rate: '150', left: '00:06' });
  expect(paceOf({ done: 100, total: 60_100, date }, 10)).toEqual({ rate: '10', left: '100:00' });
  expect(paceOf({ done: 0, total: 10, date }, 0)).toEqual({ rate: '-', left: '-' });
});
