/**
 * How far a property's PMS has followed one booking. Versions rise with every change of the booking and each push
 * carries the full state, so an acknowledged version settles all older ones.
 */
export type BookingSync = {
  /** The newest version that the PMS should have; 0 while there is none. */
  newest: number;
  /** The newest version that the PMS has acknowledged; 0 while there is none. */
  acknowledged: number;
  /** The newest version that the PMS will not take, unless a newer one was acknowledged. */
  refused: { version: number; reason: string } | null;
  /** The PMS's own number and the version whose answer gave it. */
  confirmation: { number: string; version: number } | null;
};

export type SyncEvent =
  | { kind: 'changed'; version: number }
  | { kind: 'acknowledged'; version: number; confirmationNumber: string | null }
  | { kind: 'refused'; version: number; reason: string };

export const NEVER_SYNCED: BookingSync = { newest: 0, acknowledged: 0, refused: null, confirmation: null };

/** Gives the same in whatever order the events come, and however often each does. */
export function evolveSync(sync: BookingSync, event: SyncEvent): BookingSync {
  const newest = Math.max(sync.newest, event.version);
  switch (event.kind) {
    case 'changed':
      return { ...sync, newest };
    case 'acknowledged': {
      const acknowledged = Math.max(sync.acknowledged, event.version);
      const isPast = sync.refused !== null && sync.refused.version <= acknowledged;
      return {
        newest,
        acknowledged,
        refused: isPast ? null : sync.refused,
        confirmation: confirmationAfter(sync, event),
      };
    }
    case 'refused': {
      const known = Math.max(sync.acknowledged, sync.refused?.version ?? 0);
      const refused = event.version > known ? { version: event.version, reason: event.reason } : sync.refused;
      return { ...sync, newest, refused };
    }
    default:
      return event satisfies never;
  }
}

function confirmationAfter(
  { confirmation }: BookingSync,
  { version, confirmationNumber }: SyncEvent & { kind: 'acknowledged' },
): BookingSync['confirmation'] {
  if (confirmationNumber === null || (confirmation !== null && confirmation.version >= version)) return confirmation;
  return { number: confirmationNumber, version };
}
