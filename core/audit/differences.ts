import type { HistoryRow } from './historyRow.ts';

/**
 * What a version of a booking is. How it is called, who reported it and under which schema may differ between two
 * reports of one version: an event told again after a release may carry a field more.
 */
const STATE = [
  'status',
  'property_id',
  'room_type_id',
  'arrival',
  'departure',
  'units',
  'total_amount',
  'currency',
  'guest_ref',
  'occurred_at',
] as const satisfies (keyof HistoryRow)[];

/** The columns of {@link differences}. */
export type StateOfRow = Pick<HistoryRow, (typeof STATE)[number]>;

/** Names the columns in which two reports of one version of a booking contradict one another; none where they agree. */
export function differences(a: StateOfRow, b: StateOfRow): string[] {
  return STATE.filter((column) => a[column] !== b[column]);
}
