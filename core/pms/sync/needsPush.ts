import type { BookingSync } from './bookingSync.ts';

/** Would a push of this version tell the PMS anything? An older one than it has is superseded: it is dropped. */
export function needsPush(version: number, acknowledged: number): boolean {
  return version > acknowledged;
}

export type SyncState = 'SYNCED' | 'PENDING' | 'REFUSED';

/** REFUSED: the PMS will not take the newest version; a person or a redrive tries again. */
export function syncState(sync: BookingSync): SyncState {
  if (!needsPush(sync.newest, sync.acknowledged)) return 'SYNCED';
  return (sync.refused?.version ?? 0) >= sync.newest ? 'REFUSED' : 'PENDING';
}
