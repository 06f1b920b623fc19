import { DateTime } from 'luxon';
import { formatOffset } from './offsetText.ts';
import { type PatternPart, parsePattern } from './pattern.ts';
import { zoneOf } from './zone.ts';

/**
 * An instant as a java.time DateTimeFormatter pattern writes it, in English.
 *
 * @param epochMs instant @param pattern e.g. `yyyy-MM-dd HH:mm:ssZ` @param zoneId IANA name or offset
 * @throws {Error} for a pattern letter or a zone that is not supported
 */
export function formatInstant(epochMs: number, pattern: string, zoneId: string): string {
  const zone = zoneOf(zoneId);
  const offset = zone.offsetSeconds(epochMs);
  const local = DateTime.fromMillis(epochMs + offset * 1000, { zone: 'utc', locale: 'en-US' });
  return parsePattern(pattern)
    .map((part) => formatPart(part, { local, offset, zoneName: zone.name }))
    .join('');
}

type Moment = { local: DateTime; offset: number; zoneName: string };

function formatPart(part: PatternPart, moment: Moment): string {
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'optional') return part.parts.map((inner) => formatPart(inner, moment)).join('');
  if ('XxZ'.includes(part.letter)) return formatOffset(part.letter, part.count, moment.offset);
  if (part.letter === 'V') return moment.zoneName;
  return formatField(part.letter, part.count, moment.local);
}

function formatField(letter: string, count: number, local: DateTime): string {
  // A fraction of a second, cut off rather than rounded; instants here have milliseconds.
  if (letter === 'S') return String(local.millisecond).padStart(3, '0').padEnd(count, '0').slice(0, count);
  if (letter === 'E') return local.toFormat(count === 4 ? 'EEEE' : 'EEE');
  if (letter === 'D') return String(local.ordinal).padStart(count, '0');
  if (letter === 'u') return local.toFormat('y'.repeat(count));
  return local.toFormat(letter.repeat(count));
}
