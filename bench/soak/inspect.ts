import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { standingOf } from '../../core/portable/lifecycle/standing.ts';
import { indexes, parseDay } from '../../core/portable/days/dates.ts';
import { monthParts } from '../../core/portable/sale/stay.ts';
import { recount } from '../replay/audit/recount.ts';
import type { TableContents } from '../replay/audit/scanTables.ts';
import { chainDifferences, type Difference, type Seen } from './oracle.ts';
import type { Guest } from './guest.ts';

type Limits = { mostHolds: number };

/** Holds what the tables have in the end against what guests were answered, and against itself. */
export function inspect(contents: TableContents, guests: readonly Guest[], { mostHolds }: Limits): Difference[] {
  const stored = new Map(contents.bookings.map((booking) => [booking.booking_id, booking]));
  return [
    ...recount(contents).differences,
    ...guests.flatMap(({ differences }) => differences),
    ...guests.flatMap(({ seen }) => [...seen].flatMap(([id, versions]) => ofBooking(versions, stored.get(id)))),
    ...hoarders(contents.bookings, mostHolds),
    ...overdue(contents.bookings),
    ...overlooked(contents),
  ];
}

function ofBooking(versions: Seen[], stored: BookingItem | undefined): Difference[] {
  const [{ booking }] = versions;
  if (!stored) return [`Booking ${booking.id} was answered and is nowhere.`];
  const newest = Math.max(...versions.map(({ booking: { version } }) => version));
  if (stored.version < newest) return [`Booking ${booking.id} was answered at ${newest} and is at ${stored.version}.`];
  const last: Seen = { deed: null, booking: { ...shownOf(stored) } };
  return chainDifferences(stored.version === newest ? versions : [...versions, last], stored.prepaid === true);
}

function shownOf(item: BookingItem): Seen['booking'] {
  return {
    id: item.booking_id,
    status: item.status,
    version: item.version,
    roomTypeId: item.room_type_id,
    arrival: item.arrival,
    departure: item.departure,
    nights: item.nights,
    units: item.units,
    nightlyRates: item.nightly_rates,
    totalPrice: { amount: item.total_amount },
    holdExpiresAt: null,
  };
}

/** Guests with more live holds than a guest may have. */
function hoarders(bookings: readonly BookingItem[], most: number): Difference[] {
  const held = bookings.filter(({ status, hold_until }) => status === 'HELD' && (hold_until ?? 0) > Date.now());
  const byGuest = Map.groupBy(held, ({ guest_id }) => guest_id ?? 'staff');
  return [...byGuest].flatMap(([guest, holds]) => (holds.length > most ? [`${guest} has ${holds.length} holds.`] : []));
}

/** What holds units though its time is over, or stands in line though nobody is left before it. */
function overdue(bookings: readonly BookingItem[]): Difference[] {
  const left = bookings.filter(({ status }) => standingOf(status) === 'HELD' || status === 'QUEUED');
  return left.map(({ booking_id, status }) => `Booking ${booking_id} is ${status} for ever.`);
}

/** Who waits for a stay that could be had. */
function overlooked({ pages, bookings }: TableContents): Difference[] {
  const waiting = bookings.filter(({ status }) => status === 'WAITLISTED');
  return waiting.flatMap(({ booking_id, property_id, room_type_id, arrival, departure, units }) => {
    const isFree = monthParts(parseDay(arrival)!, parseDay(departure)!).every((part) => {
      const key = pageKey(part.month, room_type_id);
      const page = pages.find((one) => one.property_id === property_id && one.page === key);
      return page && indexes(part.from, part.to).every((index) => page.available_units[index] >= units);
    });
    return isFree
      ? [`Booking ${booking_id} waits for ${units} of ${room_type_id} from ${arrival}, which are free.`]
      : [];
  });
}
