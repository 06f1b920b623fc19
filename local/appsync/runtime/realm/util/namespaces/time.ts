import type { Util } from '@aws-appsync/utils';
import { host } from '../../host.ts';
import { floor } from '../../intrinsics.ts';
import { number, text } from '../arguments.ts';

const UTC = 'UTC';

/** `util.time`. Patterns are java.time DateTimeFormatter's (see host/time/pattern.ts for the letters), zones UTC unless given. */
export const time = {
  nowISO8601: (): string => host().iso8601(host().now()),
  nowEpochSeconds: (): number => floor(host().now() / 1000),
  nowEpochMilliSeconds: (): number => host().now(),

  nowFormatted: (pattern: string, zone: string = UTC): string => formatted('nowFormatted', host().now(), pattern, zone),

  parseFormattedToEpochMilliSeconds(timestamp: string, pattern: string, zone?: string): number {
    const name = 'util.time.parseFormattedToEpochMilliSeconds';
    const zoneId = zone === undefined ? null : text(name, zone);
    return host().parseInstant(text(name, timestamp), text(name, pattern), zoneId);
  },

  parseISO8601ToEpochMilliSeconds: (timestamp: string): number =>
    host().parseIso8601(text('util.time.parseISO8601ToEpochMilliSeconds', timestamp)),

  epochMilliSecondsToSeconds: (milliseconds: number): number =>
    floor(number('util.time.epochMilliSecondsToSeconds', milliseconds) / 1000),

  epochMilliSecondsToISO8601: (milliseconds: number): string =>
    host().iso8601(number('util.time.epochMilliSecondsToISO8601', milliseconds)),

  epochMilliSecondsToFormatted: (milliseconds: number, pattern: string, zone: string = UTC): string =>
    formatted('epochMilliSecondsToFormatted', milliseconds, pattern, zone),
} satisfies Util['time'];

function formatted(of: string, milliseconds: number, pattern: string, zone: string): string {
  const name = `util.time.${of}`;
  return host().formatInstant(number(name, milliseconds), text(name, pattern), text(name, zone));
}
