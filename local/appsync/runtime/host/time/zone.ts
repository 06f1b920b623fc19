import { IANAZone } from 'luxon';

/** @param epochMs instant @returns seconds east of UTC then */
export type Zone = { name: string; offsetSeconds(epochMs: number): number };

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?$/;

/** A time zone as java.time's ZoneId.of reads it: an IANA name, UTC, Z, or an offset such as +08:00 or -07:00:30. */
export function zoneOf(id: string): Zone {
  if (id === 'Z' || id === 'UTC' || id === 'GMT') return fixedZone(0, id);
  const offset = OFFSET.exec(id);
  if (offset) return fixedZone(offsetOf(offset[1], offset[2], offset[3], offset[4]), id);
  // Names are case-sensitive in java.time, not in the platform's own tables.
  const zone = IANAZone.create(id);
  if (!zone.isValid || !/^[A-Z]/.test(id)) throw new Error(`Unknown time zone "${id}"`);
  return { name: id, offsetSeconds: (epochMs) => zone.offset(epochMs) * 60 };
}

function fixedZone(seconds: number, name: string): Zone {
  return { name, offsetSeconds: () => seconds };
}

/** @returns seconds east of UTC */
function offsetOf(sign: string | undefined, hours = '0', minutes = '0', seconds = '0'): number {
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total > 18 * 3600) throw new Error('A zone offset is at most 18 hours');
  return sign === '-' ? -total : total;
}

/**
 * The instant of a local time. In a gap (clocks set forward) the later offset's time, in an overlap the earlier
 * offset, as java.time's ZonedDateTime resolves them.
 *
 * @param localMs the local date and time as if it were UTC, epoch milliseconds
 */
export function instantOf(localMs: number, zone: Zone): number {
  const before = zone.offsetSeconds(localMs - 86_400_000) * 1000;
  const after = zone.offsetSeconds(localMs + 86_400_000) * 1000;
  const first = localMs - before;
  if (zone.offsetSeconds(first) * 1000 === before) return first;
  const second = localMs - after;
  return zone.offsetSeconds(second) * 1000 === after ? second : first;
}
