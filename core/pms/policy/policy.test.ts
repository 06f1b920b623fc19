import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delivered, isHealthy, permanent } from '../outcome.ts';
import { classifySilence, classifyStatus } from './classifyStatus.ts';
import { nextDelay, RETRY_POLICY, roundDelay } from './nextDelay.ts';
import { retryAfterSeconds } from './retryAfter.ts';

describe('an answer', () => {
  const kindOf = (status: number) => classifyStatus({ status, retryAfterSeconds: 7, body: '' })?.kind ?? null;

  it('is decided by its body where the status is 2xx', () => {
    expect([200, 201, 202, 204].map(kindOf)).toEqual([null, null, null, null]);
  });

  it.each([401, 403, 408, 409, 423, 425, 429, 500, 501, 502, 503, 504])('%i may get better', (status) =>
    expect(kindOf(status)).toBe('temporary'),
  );

  it.each([301, 307, 400, 402, 404, 405, 410, 413, 415, 422, 451])('%i will not get better', (status) =>
    expect(kindOf(status)).toBe('permanent'),
  );

  it('passes on how long to wait, and says why', () => {
    expect(classifyStatus({ status: 503, retryAfterSeconds: 7, body: '' })).toEqual({
      kind: 'temporary',
      reason: 'HTTP 503',
      retryAfterSeconds: 7,
    });
    expect(classifySilence('timeout')).toMatchObject({ kind: 'temporary', reason: 'no answer in time' });
  });
});

it('a PMS that refuses one booking is in good health', () => {
  expect([delivered(null), permanent('HTTP 422'), classifySilence('network')].map(isHealthy)).toEqual([
    true,
    true,
    false,
  ]);
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');

  it.each([
    ['0', 0],
    [' 120 ', 120],
    ['Fri, 20 Nov 2026 10:01:30 GMT', 90],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['Fri, 20 Xyz 2026 10:01:30 GMT', null],
    ['', null],
    [null, null],
  ])('%j is %j seconds', (header, seconds) => expect(retryAfterSeconds(header, now)).toBe(seconds));
});

describe('the delay', () => {
  it('between rounds of paying goes on where retries end, up to a limit', () => {
    expect([0, 1, 2, 9].map((rounds) => roundDelay(rounds, RETRY_POLICY, 300))).toEqual([8, 16, 32, 300]);
  });

  it('grows by the rate up to the last retry', () => {
    expect([1, 2, 3, 4].map((retry) => nextDelay(retry, RETRY_POLICY, 0.5))).toEqual([0.5, 1, 2, null]);
  });

  it('lies anywhere between none and the backoff', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), random, (retry, chance) => {
        const delay = nextDelay(retry, RETRY_POLICY, chance)!;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(2 ** (retry - 1));
      }),
    );
  });

  it('is at least what the PMS asks for, up to the cap, and spread after it', () => {
    expect(nextDelay(1, RETRY_POLICY, 0, 7)).toBe(7);
    expect(nextDelay(1, RETRY_POLICY, 0.5, 7)).toBe(7.5);
    expect(nextDelay(1, RETRY_POLICY, 0, 86_400)).toBe(86_400);
  });
});
