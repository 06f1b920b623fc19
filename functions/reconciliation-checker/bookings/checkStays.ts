import { addTallies, NOTHING_DONE, type Tally } from '../../../core/reconciliation/tally.ts';
import type { Parts } from '../parts.ts';
import type { ListedBooking } from '../table/bookings.ts';
import { refillAudit } from './refillAudit.ts';
import { repushToPms } from './repushToPms.ts';

/** Holds the bookings of one property against the audit history, and against what its PMS has acknowledged. */
export async function checkStays(stays: readonly ListedBooking[], parts: Parts): Promise<Tally> {
  if (stays.length === 0) return NOTHING_DONE;
  const refill = await parts.attempt('audit', async () => ({ refilled: await refillAudit(stays) }));
  const repush = await parts.attempt('pms', async () => ({ repushed: await repushToPms(stays) }));
  return addTallies(addTallies({ ...NOTHING_DONE, bookings: stays.length }, refill), repush);
}
