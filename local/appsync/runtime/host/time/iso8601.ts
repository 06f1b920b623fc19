import { zoneOf } from './zone.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)$/;

/**
 * Epoch milliseconds of an ISO 8601 timestamp with its offset, e.g. `2018-02-01T17:21:05.180+08:00`.
 * @throws {Error} when it is not one, or is not a valid date and time
 */
export function parseIso8601(text: string): number {
  const match = ISO.exec(text);
  if (!match) throw new Error(`"${text}" is not an ISO 8601 timestamp with an offset`);
  const [, date, time, seconds = '00', fraction = '', offset = 'Z'] = match;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const normal = `${date}T${time}:${seconds}.${milliseconds}`;
  const local = Date.parse(`${normal}Z`);
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(local) || new Date(local).toISOString() !== `${normal}Z`) {
    throw new Error(`"${text}" is not a valid date and time`);
  }
  return local - zoneOf(offset).offsetSeconds(local) * 1000;
}
