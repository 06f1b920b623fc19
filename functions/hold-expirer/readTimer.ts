import { PoisonError } from '../shared/batch/poison.ts';

/** A version of a booking whose units are held. */
export type Timer = { bookingId: string; version: number };

/**
 * The version that a message is about: a booking event has it too, so the queue takes both events and timers.
 * @throws {PoisonError} for what names none
 */
export function readTimer(body: string): Timer {
  const { bookingId, version } = parse(body);
  if (typeof bookingId !== 'string' || bookingId === '') throw new PoisonError('bookingId is no text.');
  if (!Number.isInteger(version)) throw new PoisonError('version is no number.');
  return { bookingId, version: version as number };
}

function parse(body: string): Partial<Record<keyof Timer, unknown>> {
  try {
    return (JSON.parse(body) as object | null) ?? {};
  } catch {
    // Not the parser's words, which quote the text: it may name people.
    throw new PoisonError('The message is no JSON.');
  }
}
