import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import { allows } from '../../../core/portable/lifecycle/transitions.ts';
import type { WaitlistItem } from '../../../core/portable/items/waitlist.ts';
import { endWaiting } from '../../../core/portable/waitlist/endWaiting.ts';
import { jointWrites } from '../../../core/waitlist/jointWrites.ts';
import { toTransactItem } from '../bookings/changeItems.ts';
import type { AllTables } from './allTables.ts';
import { getItem } from '../dynamodb/getItem.ts';
import { transact } from '../dynamodb/transact.ts';
import { measure } from '../measure.ts';
import { pauseBefore } from '../retry.ts';
import { MOST_OFFERS, prepare } from './prepare.ts';
import { readHouse } from './readHouse.ts';
import type { LineName } from './readLine.ts';

const TRIES = 4;

/**
 * Offers what is free to those who wait for it, ends what waits for days that are over, and takes the mark from pages that nobody
 * waits for. As a rule there is nothing to do: what becomes free is offered as it does.
 * @param months whose pages are looked at, `YYYY-MM`
 * @returns how many stays wait no longer
 * @throws when DynamoDB does not answer
 */
export async function serveLine(name: LineName, months: readonly string[], tables: AllTables): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await pauseBefore(attempt);
    const now = Date.now();
    const keys = months.map((month) => pageKey(month, name.roomTypeId));
    const house = await readHouse(name.propertyId, keys, tables.Inventory);
    const { offers, late, others, decidedBy, cleared } = await prepare(name, months, house, tables, { now });
    const ends = await endsOf(late.slice(0, MOST_OFFERS - offers.length), tables, now);
    const changes = [...offers, ...ends];
    if (changes.length + cleared.length === 0) return 0;
    const writes = jointWrites({
      propertyId: name.propertyId,
      changes,
      house: new Map([...others, ...house]),
      decidedBy,
      cleared,
      now: new Date(now).toISOString(),
    });
    const outcome = await transact(writes.map((write) => toTransactItem(write, tables)));
    if (!outcome.isDone) continue;
    if (offers.length > 0) measure('WaitlistOffers', offers.length);
    return changes.length;
  }
  return 0;
}

async function endsOf(late: readonly WaitlistItem[], tables: AllTables, now: number): Promise<Change[]> {
  const bookings = await Promise.all(
    late.map(({ booking_id }) => getItem<BookingItem>(tables.Bookings, { booking_id })),
  );
  return bookings
    .filter((booking) => booking !== null)
    .filter(({ status }) => allows('lapse', status))
    .map((booking) => endWaiting(booking, 'EXPIRED', now));
}
