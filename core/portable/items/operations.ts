/*
 * Keys of the operations table: what the service knows about its own work. `pk` gathers what is read together, `sk` orders it.
 * The sparse index lists things of one kind over all properties: `listing` is the kind, `listing_key` what it is sorted by.
 */

export const OPERATIONS_INDEX = 'byListing';

export type OperationsKey = { pk: string; sk: string };

/** `listing` of every overbooking; its `listing_key` is `STATUS#<detected at>#<overbooking id>`. */
export const OVERBOOKING_LISTING = 'OVERBOOKING';

const OVERBOOKING_PARTITION_PREFIX = 'OVERBOOKING#';

/** What the `listing_key` of every overbooking of a status begins with; by the time it was found after that. */
export function overbookingListingPrefix(status: string): string {
  return `${status}#`;
}

/** Where a property's overbookings lie, by date. */
export function overbookingPartition(propertyId: string): string {
  return `${OVERBOOKING_PARTITION_PREFIX}${propertyId}`;
}

/** One record per overbooked night and room type; a property's lie together by date. `date` is `YYYY-MM-DD`. */
export function overbookingKey(propertyId: string, date: string, roomTypeId: string): OperationsKey {
  return { pk: overbookingPartition(propertyId), sk: `${date}#${roomTypeId}` };
}

/** `listing` of every property's PMS state; its `listing_key` is `CIRCUIT#<property id>`, as `OPEN#p1`. */
export const PMS_LISTING = 'PMS';

/** A property's PMS: circuit, debt and the last answers. The bookings' sync ledgers lie beside it. */
export function pmsStateKey(propertyId: string): OperationsKey {
  return { pk: `PMS#${propertyId}`, sk: 'STATE' };
}

/** How far the property's PMS has followed one booking. */
export function bookingSyncKey(propertyId: string, bookingId: string): OperationsKey {
  return { pk: `PMS#${propertyId}`, sk: `BOOKING#${bookingId}` };
}

/** What the markers of a property's PMS begin with: bookings that it is owed, bookings whose newest version it refused. */
export const OWED_PREFIX = 'OWED#';
export const REFUSED_PREFIX = 'REFUSED#';

export function pmsMarkerKey(propertyId: string, prefix: string, bookingId: string): OperationsKey {
  return { pk: `PMS#${propertyId}`, sk: `${prefix}${bookingId}` };
}

/** Which bookings were made as a group, and so belong together. */
export function groupKey(groupId: string): OperationsKey {
  return { pk: `GROUP#${groupId}`, sk: 'GROUP' };
}

/** All reconciliation runs lie together, by the moment they began, which their ids begin with. */
export const RECONCILIATION_PARTITION = 'RECONCILIATION';

/** Which run is under way, and how far runs have come. */
export const RECONCILIATION_STATE: OperationsKey = { pk: 'RECONCILIATION_STATE', sk: 'STATE' };

/** `listing` of every conflict that a run found; its `listing_key` is `<seen at>#<property id>#<page>`. */
export const CONFLICT_LISTING = 'CONFLICT';

/** What pages and bookings tell differently, once for each version of a page. */
export function conflictKey(propertyId: string, page: string, version: number): OperationsKey {
  return { pk: `CONFLICT#${propertyId}`, sk: `${page}#${version}` };
}

/** An event of the payment provider that was handed on. */
export function paymentEventKey(eventId: string): OperationsKey {
  return { pk: `PAYMENT_EVENT#${eventId}`, sk: 'EVENT' };
}

/** Where the messages to the guest of a booking lie, by version. */
export function messagesPartition(bookingId: string): string {
  return `MESSAGES#${bookingId}`;
}

/** Versions as texts that sort as numbers do, up to a million. */
const PADDED = 1_000_000;

/** One message of a kind for each version of a booking. */
export function messageKey(bookingId: string, version: number, kind: string): OperationsKey {
  return { pk: messagesPartition(bookingId), sk: `${`${PADDED + version}`.slice(1)}#${kind}` };
}

/** All who wait for a room type lie together, in the order in which they joined. */
export function waitlistPartition(propertyId: string, roomTypeId: string): string {
  return `WAITLIST#${propertyId}#${roomTypeId}`;
}
