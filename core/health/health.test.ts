import { describe, expect, it } from 'vitest';
import { consumerStatus } from './consumerStatus.ts';
import { overallStatus } from './overallStatus.ts';

const part = (status: 'OK' | 'DEGRADED' | 'DOWN', isEssential = false) => ({ status, isEssential });

it.each([
  ['all is well', [part('OK', true), part('OK')], 'OK'],
  ['there is nothing', [], 'OK'],
  ['a table is down', [part('DOWN', true), part('OK')], 'DOWN'],
  ['the cache is down', [part('OK', true), part('DOWN')], 'DEGRADED'],
  ['a consumer is behind', [part('OK', true), part('DEGRADED')], 'DEGRADED'],
  ['a table is slow', [part('DEGRADED', true)], 'DEGRADED'],
] as const)('when %s: %#', (_, all, status) => {
  expect(overallStatus(all)).toBe(status);
});

describe('a consumer', () => {
  it.each([
    [{ lagSeconds: 0, deadLetters: 0 }, 'OK', null],
    [{ lagSeconds: null, deadLetters: 0 }, 'OK', null],
    [{ lagSeconds: 60, deadLetters: 0 }, 'OK', null],
    [{ lagSeconds: 61.4, deadLetters: 0 }, 'DEGRADED', '61 s behind'],
    [{ lagSeconds: 90, deadLetters: 2 }, 'DEGRADED', '2 dead letters, 90 s behind'],
    [{ lagSeconds: 1, deadLetters: null }, 'DEGRADED', 'its queues do not answer'],
  ] as const)('with %o is %s', (standing, status, message) => {
    expect(consumerStatus(standing)).toEqual({ status, message });
  });
});
