import { describe, expect, it } from 'vitest';
import { compileSchedule } from './schedule.ts';

const from = Date.parse('2026-11-20T13:07:30Z'); // a Friday

/** The next times as ISO texts. */
function times(expression: string, count = 3, timezone?: string): string[] {
  const schedule = compileSchedule(expression, timezone);
  const found: string[] = [];
  let after = from;
  for (let i = 0; i < count; i += 1) {
    const next = schedule.next(after, from);
    if (next === null) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    after = next;
  }
  return found;
}

describe('rates', () => {
  it('count from the start', () => {
    expect(times('rate(5 minutes)')).toEqual(['2026-11-20T13:12', '2026-11-20T13:17', '2026-11-20T13:22']);
    expect(times('rate(1 day)', 1)).toEqual(['2026-11-21T13:07']);
    const hourly = compileSchedule('rate(1 hour)');
    expect(hourly.next(from, from + 60_000)).toBe(from + 60_000 + 3_600_000);
  });

  it.each(['rate(5 minute)', 'rate(1 minutes)', 'rate(0 minutes)', 'rate(5 weeks)', 'rate(5)', 'rate(1.5 hours)'])(
    'refuses %s',
    (text) => expect(() => compileSchedule(text)).toThrow('is no rate'),
  );
});

describe('cron', () => {
  it.each([
    ['cron(0/15 * * * ? *)', ['2026-11-20T13:15', '2026-11-20T13:30', '2026-11-20T13:45']],
    ['cron(15 10 ? * 6L 2026-2027)', ['2026-11-27T10:15', '2026-12-25T10:15', '2027-01-29T10:15']],
    ['cron(0 18 ? * MON-FRI *)', ['2026-11-20T18:00', '2026-11-23T18:00', '2026-11-24T18:00']],
    ['cron(0 18 ? * 2-6 *)', ['2026-11-20T18:00', '2026-11-23T18:00', '2026-11-24T18:00']],
    ['cron(0 8 1 * ? *)', ['2026-12-01T08:00', '2027-01-01T08:00', '2027-02-01T08:00']],
    ['cron(0 0 L * ? *)', ['2026-11-30T00:00', '2026-12-31T00:00', '2027-01-31T00:00']],
    ['cron(0 9 ? * 3#2 *)', ['2026-12-08T09:00', '2027-01-12T09:00', '2027-02-09T09:00']],
    ['cron(0 9 ? * 1 *)', ['2026-11-22T09:00', '2026-11-29T09:00', '2026-12-06T09:00']],
    ['cron(0 9 15W * ? *)', ['2026-12-15T09:00', '2027-01-15T09:00', '2027-02-15T09:00']],
    ['cron(5 8-10/2,20 ? JAN,JUL SUN,7 2027)', ['2027-01-02T08:05', '2027-01-02T10:05', '2027-01-02T20:05']],
    ['cron(0 12 31 12 ? 2026)', ['2026-12-31T12:00']],
  ])('%s', (expression, expected) => {
    expect(times(expression)).toEqual(expected);
  });

  it('keeps to its time zone over a change of the clocks', () => {
    const paris = compileSchedule('cron(0 9 * 3 ? 2027)', 'Europe/Paris');
    const [before, after] = ['2027-03-27T00:00:00Z', '2027-03-28T00:00:00Z'].map((text) =>
      new Date(paris.next(Date.parse(text), 0) ?? 0).toISOString(),
    );
    expect([before, after]).toEqual(['2027-03-27T08:00:00.000Z', '2027-03-28T07:00:00.000Z']);
  });

  it.each([
    ['cron(0 9 * * * *)', 'must be ?'],
    ['cron(0 9 ? * ? *)', 'must be ?'],
    ['cron(0 9 * * ?)', 'needs six fields, it has 5'],
    ['cron(60 9 * * ? *)', '60 is no minutes'],
    ['cron(0 9 ? * 0 *)', '0 is no day of week'],
    ['cron(0 9 ? * 8 *)', '8 is no day of week'],
    ['cron(0 9 * 13 ? *)', '13 is no month'],
    ['cron(? 9 * * ? *)', '? is no minutes'],
    ['cron(0 22-4 * * ? *)', '22-4 is no hours'],
    ['every day', 'is neither rate'],
  ])('refuses %s', (expression, message) => {
    expect(() => compileSchedule(expression)).toThrow(message);
  });
});

describe('one time', () => {
  it('is read in its time zone, and once', () => {
    expect(times('at(2026-11-20T16:00:00)', 2, 'Europe/Paris')).toEqual(['2026-11-20T15:00']);
    expect(times('at(2020-01-01T00:00:00)')).toEqual([]);
    expect(compileSchedule('at(2020-01-01T00:00:00)').once).toBe(true);
  });

  it.each(['at(2026-11-20T16:00:00Z)', 'at(2026-11-20)', 'at(2026-13-20T16:00:00)'])('refuses %s', (text) => {
    expect(() => compileSchedule(text)).toThrow('is no time');
  });

  it('refuses an unknown time zone', () => {
    expect(() => compileSchedule('rate(1 hour)', 'Mars/Olympus')).toThrow('Mars/Olympus is no time zone');
  });
});
