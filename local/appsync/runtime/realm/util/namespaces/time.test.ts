import { afterEach, describe, expect, test, vi } from 'vitest';
import { evaluate, faultOf } from '../../../testing/evaluate.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** 2018-02-06T19:01:35.758Z, the instant of the developer guide's examples. */
const INSTANT = 1517943695758;

test('now follows the clock of the process', () => {
  vi.useFakeTimers({ now: INSTANT });
  expect(evaluate('[util.time.nowISO8601(), util.time.nowEpochSeconds(), util.time.nowEpochMilliSeconds()]')).toEqual([
    '2018-02-06T19:01:35.758Z',
    1517943695,
    INSTANT,
  ]);
  expect(evaluate("util.time.nowFormatted('yyyy-MM-dd HH:mm:ssZ')")).toBe('2018-02-06 19:01:35+0000');
  expect(evaluate("util.time.nowFormatted('yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth')")).toBe(
    '2018-02-07 03:01:35+0800',
  );
});

describe('formatting', () => {
  const formatted = (pattern: string, zone = 'UTC', at = INSTANT) =>
    evaluate(`util.time.epochMilliSecondsToFormatted(${at}, ${JSON.stringify(pattern)}, ${JSON.stringify(zone)})`);

  test.each([
    ['yyyy-MM-dd HH:mm:ssZ', '+08:00', '2018-02-07 03:01:35+0800'],
    ["yyyy-MM-dd'T'HH:mm:ss[XXXXX]", '-07:00:30', '2018-02-06T12:01:05-07:00:30'],
    ['yyyy-MM-dd[XXX]', '-07:00:30', '2018-02-06-07:00'],
    ['EEE, d MMM yyyy', 'UTC', 'Tue, 6 Feb 2018'],
    ['EEEE d MMMM yy', 'UTC', 'Tuesday 6 February 18'],
    ['h:mm a', 'UTC', '7:01 PM'],
    ["yyyyMMdd'T'HHmmss.SSSX", 'UTC', '20180206T190135.758Z'],
    ['S SS SSSSSS', 'UTC', '7 75 758000'],
    ['DDD D', 'UTC', '037 37'],
    ['X XX XXX x xx xxx', '+05:30', '+0530 +0530 +05:30 +0530 +0530 +05:30'],
    ['X x XXX xxx ZZZZ ZZZZZ', 'UTC', 'Z +00 Z +00:00 GMT Z'],
    ["VV 'o''clock' ''", 'Europe/Berlin', "Europe/Berlin o'clock '"],
  ])('%s in %s', (pattern, zone, text) => {
    expect(formatted(pattern, zone)).toBe(text);
  });

  test('daylight saving time of the zone at the instant', () => {
    expect(formatted('HH:mmXXX', 'Europe/Berlin', Date.UTC(2026, 6, 1, 12))).toBe('14:00+02:00');
    expect(formatted('HH:mmXXX', 'Europe/Berlin', Date.UTC(2026, 0, 1, 12))).toBe('13:00+01:00');
  });

  test.each([
    ['YYYY-MM-dd', 'week-based year'],
    ['yyyy-ww', '"ww"'],
    ['z', '"z"'],
    ['MMMMM', '"MMMMM"'],
    ["yyyy 'open", 'quote'],
    ['[yyyy', 'optional section'],
    ['yyyy}', 'reserved'],
  ])('a pattern that is not supported is refused by name: %s', (pattern, named) => {
    expect(faultOf(`util.time.nowFormatted(${JSON.stringify(pattern)})`)).toContain(named);
  });

  test('an unknown zone is refused', () => {
    expect(faultOf("util.time.nowFormatted('yyyy', 'Europe/Nowhere')")).toContain('Unknown time zone "Europe/Nowhere"');
  });
});

describe('parsing', () => {
  test.each([
    ["util.time.parseISO8601ToEpochMilliSeconds('2018-02-01T17:21:05.180+08:00')", 1517476865180],
    ["util.time.parseISO8601ToEpochMilliSeconds('2018-02-01T09:21:05Z')", 1517476865000],
    ["util.time.parseFormattedToEpochMilliSeconds('2018-02-02 01:19:22+0800', 'yyyy-MM-dd HH:mm:ssZ')", 1517505562000],
    [
      "util.time.parseFormattedToEpochMilliSeconds('2018-02-02 01:19:22', 'yyyy-MM-dd HH:mm:ss', '+08:00')",
      1517505562000,
    ],
    [
      "util.time.parseFormattedToEpochMilliSeconds('6 Feb 2018, 7:01 PM', 'd MMM yyyy, h:mm a', 'UTC')",
      Date.UTC(2018, 1, 6, 19, 1),
    ],
    [
      "util.time.parseFormattedToEpochMilliSeconds('20180206T1901', 'yyyyMMdd\\'T\\'HHmm[X]', 'UTC')",
      Date.UTC(2018, 1, 6, 19, 1),
    ],
    [
      "util.time.parseFormattedToEpochMilliSeconds('2026-03-29 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin')",
      Date.UTC(2026, 2, 29, 1, 30),
    ],
    [
      "util.time.parseFormattedToEpochMilliSeconds('2026-10-25 02:30', 'yyyy-MM-dd HH:mm', 'Europe/Berlin')",
      Date.UTC(2026, 9, 25, 0, 30),
    ],
  ])('%s', (expression, instant) => {
    expect(evaluate(expression)).toBe(instant);
  });

  test.each([
    ["util.time.parseISO8601ToEpochMilliSeconds('2018-02-31T00:00:00Z')", 'not a valid date'],
    ["util.time.parseISO8601ToEpochMilliSeconds('2018-02-01')", 'not an ISO 8601 timestamp'],
    ["util.time.parseFormattedToEpochMilliSeconds('2018-02-31 10', 'yyyy-MM-dd HH', 'UTC')", 'not a valid date'],
    ["util.time.parseFormattedToEpochMilliSeconds('2018-02-01', 'yyyy-MM-dd', 'UTC')", 'needs a date and an hour'],
    ["util.time.parseFormattedToEpochMilliSeconds('2018-02-01 10', 'yyyy-MM-dd HH')", 'no zone'],
    ["util.time.parseFormattedToEpochMilliSeconds('tomorrow', 'yyyy-MM-dd HH', 'UTC')", 'does not match'],
    [
      "util.time.parseFormattedToEpochMilliSeconds('Mon 2018-02-06 10', 'EEE yyyy-MM-dd HH', 'UTC')",
      'not a valid date',
    ],
  ])('%s is refused', (expression, named) => {
    expect(faultOf(expression)).toContain(named);
  });
});

test('conversions', () => {
  expect(evaluate(`util.time.epochMilliSecondsToISO8601(${INSTANT})`)).toBe('2018-02-06T19:01:35.758Z');
  expect(evaluate(`util.time.epochMilliSecondsToSeconds(${INSTANT})`)).toBe(1517943695);
});
