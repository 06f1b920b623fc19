import type { BookingItem } from '../items/booking.ts';
import { type ClaimItem, claimItem, claimKey } from '../items/claims.ts';
import { pageKey } from '../items/calendarPage.ts';
import type { OperationsKey } from '../items/operations.ts';
import { allOf, type Expression, type PageWrite } from '../sale/expressions.ts';
import { NOBODY_WAITS } from '../sale/guards.ts';
import { shiftGuard, shiftUpdate } from '../sale/shiftNights.ts';
import type { Change, PageChange } from './change.ts';

/** The writes of a change, for one transaction. The booking comes first, then its pages and checks in their order. `table`: its name in the manifests. */
export type ChangeWrite =
  | { kind: 'putBooking'; table: 'Bookings'; item: BookingItem; condition: Expression }
  | ({ kind: 'updatePage'; table: 'Inventory'; key: { property_id: string; page: string } } & PageWrite)
  | { kind: 'checkPage'; table: 'Inventory'; key: { property_id: string; page: string }; condition: Expression }
  | { kind: 'putClaim'; table: 'Operations'; item: ClaimItem; condition: Expression }
  | { kind: 'deleteClaim'; table: 'Operations'; key: OperationsKey; condition: Expression };

/**
 * All that a change writes. It fails as a whole where the booking is not the version that was read, a page does not hold
 * what it should, or the claim is not the booking's: so whoever is second changes nothing. Where units come free on a page
 * that somebody waits for it fails too: whoever waits is to get them in the same transaction (functions/shared/waitlist).
 */
export function changeWrites(change: Change): ChangeWrite[] {
  const { before, after, pages } = change;
  const writes: ChangeWrite[] = [];
  writes.push({ kind: 'putBooking', table: 'Bookings', item: after, condition: isAsRead(before) });
  for (const page of pages) writes.push(pageWrite(before.property_id, page, after.updated_at));
  for (const { month, roomTypeId, condition } of change.checks ?? []) {
    const key = { property_id: before.property_id, page: pageKey(month, roomTypeId) };
    writes.push({ kind: 'checkPage', table: 'Inventory', key, condition });
  }
  const claim = claimWrite(before, after);
  if (claim) writes.push(claim);
  const condition = isClaimOf(before.booking_id);
  for (const key of change.frees ?? []) writes.push({ kind: 'deleteClaim', table: 'Operations', key, condition });
  return writes;
}

/** What a change does to one page. @param now ISO 8601 */
export function pageWrite(propertyId: string, page: PageChange, now: string): ChangeWrite {
  const guards = [shiftGuard(page.shifts), ...(page.guards ?? [])];
  if (page.shifts.some(({ available }) => available > 0)) guards.push(NOBODY_WAITS);
  return {
    kind: 'updatePage',
    table: 'Inventory',
    key: { property_id: propertyId, page: pageKey(page.month, page.roomTypeId) },
    update: shiftUpdate(page.shifts, now),
    condition: allOf(guards),
  };
}

function isAsRead(booking: BookingItem): Expression {
  return {
    expression: '#is = :was AND #read = :read',
    names: { '#is': 'status', '#read': 'version' },
    values: { ':was': booking.status, ':read': booking.version },
  };
}

/** The claim follows the hold: freed with it, kept as long as it. One that has run out is anybody's, and left alone. */
function claimWrite(before: BookingItem, after: BookingItem): ChangeWrite | null {
  if (!before.claim || after.status === 'EXPIRED') return null;
  const condition = isClaimOf(before.booking_id);
  if (!after.claim) return { kind: 'deleteClaim', table: 'Operations', key: claimKey(before.claim), condition };
  if (after.hold_until === before.hold_until) return null;
  const item = claimItem(after.claim, after.booking_id, after.hold_until ?? 0);
  return { kind: 'putClaim', table: 'Operations', item, condition };
}

/** The claim is the booking's own, or nobody's. */
export function isClaimOf(bookingId: string): Expression {
  return {
    expression: 'attribute_not_exists(#holder) OR #holder = :holder',
    names: { '#holder': 'booking_id' },
    values: { ':holder': bookingId },
  };
}

/** The claim is nobody's any more. @param now epoch milliseconds */
export function isClaimFree(now: number): Expression {
  return {
    expression: 'attribute_not_exists(#until) OR #until <= :clock',
    names: { '#until': 'until' },
    values: { ':clock': now },
  };
}
