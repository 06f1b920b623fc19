import { describe, expect, test } from 'vitest';
import { isDate, isDateTime, isTime } from './dates.ts';
import { parseJson, serializeJson } from './json.ts';
import { isEmail, isIpAddress, isPhone, isTimestamp, isUrl } from './texts.ts';

type Check = (value: unknown) => boolean;
const cases: [string, Check, unknown[], unknown[]][] = [
  [
    'AWSDate',
    isDate,
    ['2026-11-20', '2024-02-29', '2026-11-20Z', '1970-01-01-07:00', '1970-01-01+05:30:15'],
    ['2026-02-29', '1900-02-29', '2026-13-01', '2026-11-00', '20261120', '2026-11-20T10:00Z', '', 20261120, null],
  ],
  [
    'AWSTime',
    isTime,
    ['12:30', '12:30Z', '12:30:24-07:00', '12:30:24.500+05:30'],
    ['24:00', '12:60', '12', '12:30:24,5', '2026-11-20T12:30Z'],
  ],
  [
    'AWSDateTime',
    isDateTime,
    ['1970-01-01T12:30:00-07:00', '1970-01-01T12:30:00.000+05:30', '2026-11-20T12:30Z'],
    ['2026-11-20T12:30:00', '2020-05-23T06:4:37.000Z', '2026-02-30T10:00Z', '2026-11-20'],
  ],
  ['AWSTimestamp', isTimestamp, [0, -5, 1_700_000_000], [1.5, '1700000000', null]],
  ['AWSEmail', isEmail, ['a@b.example', 'first.last+tag@sub.example.com'], ['a', '@b.c', 'a b@c.d', 'a@', 5]],
  ['AWSURL', isUrl, ['https://example.com/a?b', 'mailto:a@b.c'], ['example.com', '/a', '']],
  [
    'AWSPhone',
    isPhone,
    ['+49 228 123456', '212-555-0123', '1 (212) 555-0123', '+12125550123'],
    ['1110004444', '+0123456789', '12345', 'call me'],
  ],
  [
    'AWSIPAddress',
    isIpAddress,
    ['10.0.0.1', '123.45.67.89/16', '::1', '1a2b:3c4b::1234:4567/64'],
    ['10.0.0.256', '10.0.0.1/33', '::1/129', '10.0.0.1/8/8', 'localhost'],
  ],
];

describe.each(cases)('%s', (_, accepts, good, bad) => {
  test.each(good)('takes %s', (value) => expect(accepts(value)).toBe(true));
  test.each(bad)('refuses %s', (value) => expect(accepts(value)).toBe(false));
});

describe('AWSJSON', () => {
  test('is parsed on the way in and written on the way out', () => {
    expect(parseJson('{"a":[1,"x"]}')).toEqual({ a: [1, 'x'] });
    expect(serializeJson({ a: [1, 'x'] })).toBe('{"a":[1,"x"]}');
    expect(() => parseJson('{a}')).toThrow('Unable to parse `{a}` as valid JSON.');
    expect(() => parseJson({})).toThrow('Unable to parse');
  });
  test('a text that is a document stays, another becomes one', () => {
    expect(serializeJson('{"a":1}')).toBe('{"a":1}');
    expect(serializeJson('plain')).toBe('"plain"');
  });
});
