import { randomUUID } from 'node:crypto';
import { now } from './clock.ts';
import { ksuid } from './ksuid.ts';
import { formatInstant } from './time/formatInstant.ts';
import { parseInstant } from './time/parseInstant.ts';
import { parseIso8601 } from './time/iso8601.ts';
import { ulid } from './ulid.ts';

/**
 * What the realm cannot do itself and asks of Node. Only strings and numbers cross, and the realm calls these from
 * its own functions, so no handler ever holds an object of the host.
 */
export const hostServices = {
  now,
  iso8601: (epochMs: number): string => new Date(epochMs).toISOString(),
  parseIso8601,
  formatInstant,
  parseInstant,
  uuid: (): string => randomUUID(),
  ulid,
  ksuid,
  base64Encode: (text: string): string => Buffer.from(text, 'utf8').toString('base64'),
  base64Decode: (base64: string): string => Buffer.from(base64, 'base64').toString('utf8'),
};

export type HostServices = typeof hostServices;
