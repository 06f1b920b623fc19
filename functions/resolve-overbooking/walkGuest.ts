import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { parseDay } from '../../core/portable/days/dates.ts';
import { partyRefusal } from '../../core/portable/sale/party.ts';
import { stayRefusal as saleRefusal } from '../../core/portable/sale/refusal.ts';
import { type CalendarPage, pageKey } from '../../core/portable/items/calendarPage.ts';
import { planStay } from '../../core/portable/sale/stay.ts';
import { type Catalog, readCatalog } from '../shared/overbookings/readCatalog.ts';
import { readCalendar } from '../shared/overbookings/readCalendar.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { pauseBefore } from '../shared/retry.ts';
import { config } from './config.ts';
import { type Job, refuse } from './job.ts';
import { readBooking, stayRefusal } from './readStay.ts';
import { CONTENTION, hasNote } from './repeat.ts';
import type { Offer } from './walk.ts';
import { walkItems } from './walkItems.ts';

const TRIES = 4;

/**
 * Walks the guest to a sister property: books the stay there at the price it has and cancels it here, in one transaction.
 * The sister must be able to sell the stay. Null once it is done, also where an earlier request did it.
 */
export async function walkGuest(job: Job): Promise<{ refusal: Refusal } | null> {
  const { propertyId: walked_to = null, roomTypeId: to } = job.input;
  if (!walked_to || !to) return refuse('InvalidInput', 'To walk a guest, give propertyId and roomTypeId.');
  const sister = await readCatalog(config.catalogTable, walked_to);
  if (!sister || !isSister(job, sister)) return refuse('NotFound', 'There is no such sister property.');
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await pauseBefore(attempt);
    const booking = await readBooking(job);
    if (!booking) return refuse('NotFound', 'The property has no such booking.');
    if (booking.walked_to === walked_to && hasNote(job, { booking_id: booking.booking_id, to, walked_to })) return null;
    const refused = stayRefusal(job, booking) ?? partyRefused(sister, booking, to);
    if (refused) return refused;
    const offer = await readOffer(sister, booking, to);
    if ('refusal' in offer) return offer;
    const { isDone } = await transact(await walkItems(job, { booking, sister: sister.property, to, ...offer }));
    if (isDone) return null;
  }
  return CONTENTION;
}

function isSister({ origin }: Job, { property }: Catalog): boolean {
  const { group_id, property_id } = origin.property;
  const isOfGroup = group_id != null && property.group_id === group_id && property.property_id !== property_id;
  return isOfGroup && property.home_region === config.region;
}

function partyRefused({ roomTypes }: Catalog, booking: BookingItem, to: string): { refusal: Refusal } | null {
  const roomType = roomTypes.find(({ room_type_id }) => room_type_id === to);
  if (!roomType) return refuse('NotFound', 'The sister property has no such room type.');
  const refusal = partyRefusal(roomType, booking);
  return refusal && { refusal };
}

/** The sister's pages for the stay, or why it can't sell it. */
async function readOffer(
  { property }: Catalog,
  booking: BookingItem,
  to: string,
): Promise<Offer | { refusal: Refusal }> {
  const stay = planStay(parseDay(booking.arrival)!, parseDay(booking.departure)!);
  const months = { first: stay.parts[0].month, last: stay.departureMonth };
  const found = await readCalendar(config.inventoryTable, property.property_id, months);
  const pageOf = (month: string) => found.find(({ page }) => page === pageKey(month, to)) ?? null;
  const pages = stay.parts.map(({ month }) => pageOf(month));
  const wish = { units: booking.units, oversellAllowance: 0 };
  const refusal = saleRefusal(pages, pageOf(stay.departureMonth), stay, wish);
  return refusal ? { refusal } : { stay, pages: pages as CalendarPage[] };
}
