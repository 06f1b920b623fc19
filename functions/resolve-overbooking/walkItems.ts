import type { BookingItem } from '../../core/portable/items/booking.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { PageWrite } from '../../core/portable/sale/expressions.ts';
import { departureGuard } from '../../core/portable/sale/guards.ts';
import { giveUnits, takeUnits } from '../../core/portable/sale/moveUnits.ts';
import { toTransactItem } from '../shared/overbookings/toTransactItem.ts';
import { config } from './config.ts';
import type { Job } from './job.ts';
import { noteMove } from './noteMove.ts';
import type { Walk } from './walk.ts';
import { walkedBooking } from './walkedBooking.ts';

/** The walk as one transaction: here the booking ends and gives its nights back, there it begins and takes them. */
export async function walkItems(job: Job, walk: Walk) {
  const { booking, sister, to, stay, pages } = walk;
  const now = new Date().toISOString();
  const made = walkedBooking(walk, job.callerId, now);
  const notes = await noteMove(job, booking, { to, walked_to: sister.property_id }, now);
  const wish = { units: booking.units, oversellAllowance: 0, taken: 'SOLD' as const };
  const onPage = (property_id: string, month: string, roomTypeId: string, write: PageWrite) => {
    const key = { property_id, page: pageKey(month, roomTypeId) };
    return toTransactItem({ table: 'Inventory', key, ...write }, config.tables);
  };
  return [
    toTransactItem(
      { table: 'Bookings', key: { booking_id: booking.booking_id }, ...leave(walk, made, now) },
      config.tables,
    ),
    ...stay.parts.map((part) => {
      const give = giveUnits(part, booking.units, 'SOLD', now);
      return onPage(booking.property_id, part.month, booking.room_type_id, give);
    }),
    {
      Put: {
        TableName: config.bookingsTable,
        Item: made,
        ConditionExpression: 'attribute_not_exists(#id)',
        ExpressionAttributeNames: { '#id': 'booking_id' },
      },
    },
    ...stay.parts.map((part, at) =>
      onPage(sister.property_id, part.month, to, takeUnits(pages[at], part, stay, wish, now)),
    ),
    ...guardItems(walk),
    ...notes.map((write) => toTransactItem(write, config.tables)),
  ];
}

/** CONFIRMED -> CANCELLED, if the booking is as it was read. */
function leave({ booking, sister }: Walk, made: BookingItem, now: string): PageWrite {
  return {
    update: {
      expression:
        'SET #status = :cancelled, #version = #version + :one, #updated = :now, #at = :now, #reason = :reason, ' +
        '#walked = :walked, #booking = :booking',
      names: {
        '#status': 'status',
        '#version': 'version',
        '#updated': 'updated_at',
        '#at': 'cancelled_at',
        '#reason': 'cancel_reason',
        '#walked': 'walked_to',
        '#booking': 'walked_to_booking',
      },
      values: {
        ':cancelled': 'CANCELLED',
        ':one': 1,
        ':now': now,
        ':reason': `Walked to ${sister.name}.`,
        ':walked': sister.property_id,
        ':booking': made.booking_id,
      },
    },
    condition: {
      expression: '#is = :confirmed AND #read = :read',
      names: { '#is': 'status', '#read': 'version' },
      values: { ':confirmed': booking.status, ':read': booking.version },
    },
  };
}

/** Where the day of departure lies in a month of its own, its page must let guests depart. */
function guardItems({ sister, stay, to }: Walk) {
  const guard = departureGuard(stay);
  if (!guard) return [];
  return [
    {
      ConditionCheck: {
        TableName: config.inventoryTable,
        Key: { property_id: sister.property_id, page: pageKey(stay.departureMonth, to) },
        ConditionExpression: guard.expression,
        ExpressionAttributeNames: guard.names,
        ExpressionAttributeValues: guard.values,
      },
    },
  ];
}
