/**
 * A message of the booking queue: somebody waits in this line. It carries no booking, for the table knows them all; who
 * is woken serves the whole line.
 */
export type WakeUp = {
  /** See `queueKey`; also the message group, so one at a time serves a line. */
  queueKey: string;
  /** Bookings that joined: the index of the line may not show them yet. May be empty. */
  bookingIds: string[];
};

const QUEUE_KEY = /^[\w-]{1,64}#[\w-]{1,64}$/;

/** Reads a message's body; null where it is no wake-up. */
export function readWakeUp(body: string): WakeUp | null {
  const { queueKey, bookingIds } = (parse(body) ?? {}) as Partial<Record<keyof WakeUp, unknown>>;
  if (typeof queueKey !== 'string' || !QUEUE_KEY.test(queueKey)) return null;
  return Array.isArray(bookingIds) && bookingIds.every(isText) ? { queueKey, bookingIds } : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
