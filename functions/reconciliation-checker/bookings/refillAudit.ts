import { refillEvent } from '../../../core/audit/refillEvent.ts';
import { auditPool } from '../../shared/audit/auditPool.ts';
import { missingVersions } from '../../shared/audit/missingVersions.ts';
import { recordEvents } from '../../shared/audit/recordEvents.ts';
import { logger } from '../../shared/logger.ts';
import { type ListedBooking, readBookings } from '../table/bookings.ts';

/**
 * Writes those present versions of bookings into the audit history that it lacks. Answers how many.
 * @throws where the history is away
 */
export async function refillAudit(stays: readonly ListedBooking[]): Promise<number> {
  const pool = await auditPool();
  const versions = stays.map(({ booking_id, version }) => ({ bookingId: booking_id, version }));
  const missing = await missingVersions(pool, versions);
  if (missing.length === 0) return 0;
  const lacking = new Map(missing.map(({ bookingId, version }) => [bookingId, version]));
  const items = await readBookings([...lacking.keys()]);
  // A newer version has its own event on the way.
  const events = items.filter((item) => lacking.get(item.booking_id) === item.version).map(refillEvent);
  if (events.length === 0) return 0;
  const fates = await recordEvents(pool, events, 'RECONCILIATION');
  // Trying again is in vain, so it must not keep runs from going on.
  for (const reason of fates) if (reason !== null) logger.error('history takes a version never', { reason });
  return fates.filter((fate) => fate === null).length;
}
