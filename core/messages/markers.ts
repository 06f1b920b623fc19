import { keptUntil } from '../pms/sync/bookingSyncItem.ts';
import type { GuestMessageItem } from '../portable/items/guestMessage.ts';
import { messageKey } from '../portable/items/operations.ts';
import type { Message } from './messageOf.ts';

/**
 * The marker of a message that is claimed to be sent.
 * @param attempts claims before this one
 * @param time epoch milliseconds
 */
export function claimedItem(
  { kind, booking }: Message,
  attempts: number,
  time: { now: number; until: number },
): GuestMessageItem {
  return {
    ...messageKey(booking.id, booking.version, kind),
    kind,
    version: booking.version,
    arrival: booking.arrival,
    state: 'PENDING',
    attempts: attempts + 1,
    claimed_until: time.until,
    updated_at: new Date(time.now).toISOString(),
    expiry_time: keptUntil(booking.departure),
  };
}

/** What became of a claim; the marker is nobody's then. */
export type Outcome =
  | { state: 'SENT'; messageId: string }
  /** `isFinal`: a redriven event does not try again. */
  | { state: 'FAILED'; reason: string; isFinal: boolean }
  /** To be tried again. */
  | { state: 'PENDING'; reason: string };

/** @param now ISO 8601 */
export function settledItem(
  { claimed_until: _, ...claimed }: GuestMessageItem,
  outcome: Outcome,
  now: string,
): GuestMessageItem {
  const base = { ...claimed, state: outcome.state, updated_at: now };
  switch (outcome.state) {
    case 'SENT':
      return { ...base, sent_at: now, message_id: outcome.messageId };
    case 'FAILED':
      return { ...base, reason: outcome.reason, is_final: outcome.isFinal };
    case 'PENDING':
      return { ...base, reason: outcome.reason };
  }
}
