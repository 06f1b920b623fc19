import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { WaitlistItem } from '../../../core/portable/items/waitlist.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import { decideOffers } from '../../../core/waitlist/decideOffers.ts';
import type { House } from '../../../core/waitlist/house.ts';
import { offer } from '../../../core/waitlist/offer.ts';
import { getItem } from '../dynamodb/getItem.ts';
import type { LineTerms } from './readTerms.ts';

/** An offer is three items of a transaction: the booking, its place in line and the guest's claim. */
export const ITEMS_PER_OFFER = 3;

type Found = {
  line: readonly WaitlistItem[];
  house: House;
  terms: LineTerms;
  /** The date where the property is, `YYYY-MM-DD`. */
  today: string;
  /** Epoch milliseconds. */
  now: number;
  /** Offers at a time. */
  most: number;
};

/** The offers of what is free in the house, as changes of the bookings that wait. */
export async function findOffers(found: Found, bookingsTable: string): Promise<Change[]> {
  const { line, house, terms, today, now, most } = found;
  const { property, roomType } = terms;
  const { oversell_allowance: oversellAllowance } = roomType;
  const picks = decideOffers(line, house, { oversellAllowance, currency: property.currency, today, most });
  const offers = await Promise.all(
    picks.map(async (pick) => {
      const booking = await getItem<BookingItem>(bookingsTable, { booking_id: pick.place.booking_id });
      return booking && offer(booking, pick, property, now);
    }),
  );
  if (offers.every((each) => each !== null)) return offers;
  // Who waits no more since the line was read is passed over.
  const gone = new Set(picks.filter((_, at) => offers[at] === null).map(({ place }) => place.booking_id));
  const others = line.filter(({ booking_id }) => !gone.has(booking_id));
  return findOffers({ ...found, line: others }, bookingsTable);
}
