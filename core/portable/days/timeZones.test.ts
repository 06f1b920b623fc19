import { expect, it } from 'vitest';
import { isTimeZone } from './timeZones.ts';

it('knows every time zone of the platform, and UTC', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([]);
  expect(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
});

it.each(['', 'Mars/Base', 'Europe', 'Europe/', '/Lisbon', 'Europe/lisbon', 'constructor/name', 'Europe/Lisbon Madrid'])(
  'refuses %j',
  (name) => expect(isTimeZone(name)).toBe(false),
);
