import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { reservationOf } from '../../../core/pms/reservation.ts';
import { keptUntil } from '../../../core/pms/sync/bookingSyncItem.ts';
import { needsPush } from '../../../core/pms/sync/needsPush.ts';
import type { Wake } from '../../../core/pms/sync/wake.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { OWED_PREFIX, pmsMarkerKey, REFUSED_PREFIX } from '../../../core/portable/items/operations.ts';
import type { PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { sendWake } from '../../shared/pms/sendWake.ts';
import { owe } from '../../shared/pms/state.ts';
import type { Target } from '../../shared/pms/target.ts';
import { config } from '../config.ts';
import { readLedger } from '../deliver/ledger.ts';
import { listMarkers, mark } from '../deliver/markers.ts';

type Search = NonNullable<Wake['search']>;

/** Bookings looked at in one step. */
const STEP = 100;
const DAY_MS = 86_400_000;
/** Stays that began this long ago are looked at, too: nobody stays longer. */
const LONGEST_STAY_DAYS = 91;

/** Puts the next of what the PMS lacks among the owed; after the last, the owed is paid. */
export async function search(step: Search, held: PmsStateItem, kind: Target['kind']): Promise<void> {
  const { property_id: propertyId } = held;
  const next = step.place === 'refused' ? await oweRefused(propertyId, step) : await oweUntold(propertyId, step);
  const state = await owe(propertyId);
  await sendWake(kind, state, { at: Date.now(), ...(next ? { search: next } : {}) });
}

async function oweRefused(propertyId: string, { after }: Search): Promise<Search> {
  const { markers, isLast } = await listMarkers(propertyId, REFUSED_PREFIX, after?.bookingId ?? '', STEP);
  await Promise.all(
    markers.map(({ booking_id, version, expiry_time }) => oweAgain(propertyId, { booking_id, version, expiry_time })),
  );
  if (isLast) return { place: 'bookings', after: null };
  return { place: 'refused', after: { bookingId: markers[markers.length - 1].booking_id } };
}

/** Bookings of stays that are not over and whose newest version the PMS has not acknowledged. */
async function oweUntold(propertyId: string, { after }: Search): Promise<Search | null> {
  const { Items, LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: config.bookingsTable,
      IndexName: 'byProperty',
      KeyConditionExpression: '#property = :property AND #arrival >= :from',
      ExpressionAttributeNames: { '#property': 'property_id', '#arrival': 'arrival' },
      ExpressionAttributeValues: { ':property': propertyId, ':from': dateBefore(LONGEST_STAY_DAYS) },
      Limit: STEP,
      ExclusiveStartKey: after ?? undefined,
    }),
  );
  const bookings = (Items ?? []) as BookingItem[];
  await Promise.all(bookings.map((booking) => oweUnlessTold(propertyId, booking)));
  return LastEvaluatedKey ? { place: 'bookings', after: LastEvaluatedKey as Record<string, string> } : null;
}

async function oweUnlessTold(propertyId: string, booking: BookingItem): Promise<void> {
  const { booking_id, version, departure } = booking;
  if (reservationOf(booking) === null || departure < dateBefore(1)) return;
  const sync = await readLedger(propertyId, booking_id);
  if (!needsPush(version, sync?.acknowledged ?? 0)) return;
  await oweAgain(propertyId, { booking_id, version, expiry_time: keptUntil(departure) });
}

type Owed = { booking_id: string; version: number; expiry_time: number };

function oweAgain(propertyId: string, owed: Owed): Promise<void> {
  const since = new Date().toISOString();
  return mark({ ...pmsMarkerKey(propertyId, OWED_PREFIX, owed.booking_id), ...owed, since, is_redrive: true });
}

/** `YYYY-MM-DD`, UTC. */
function dateBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
