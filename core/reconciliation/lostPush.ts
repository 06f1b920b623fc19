/** How far a PMS has followed a booking, as far as a check needs it. */
export type SyncLedger = { acknowledged: number; refused_version?: number | null };

/**
 * Was a booking's version lost on the way to the PMS? What it refused was not: a person looks after that.
 * @param ledger null where the PMS was never told of the booking
 */
export function isLost(version: number, ledger: SyncLedger | null): boolean {
  return version > Math.max(ledger?.acknowledged ?? 0, ledger?.refused_version ?? 0);
}
