import { parseDay } from '../days/dates.ts';
import type { BookingItem } from '../items/booking.ts';
import type { CalendarPage } from '../items/calendarPage.ts';
import type { Change, PageChange, PageCheck } from '../lifecycle/change.ts';
import { standingOf } from '../lifecycle/standing.ts';
import { allOf, type Guard } from '../sale/expressions.ts';
import { arrivalGuard, departureGuard, leavingGuard, lengthGuard, nightsGuard } from '../sale/guards.ts';
import { planStay, type Stay } from '../sale/stay.ts';
import { modifiedBooking, pageOf, type Wanted } from './modifiedBooking.ts';
import { edgesOf } from './modifyRefusal.ts';
import { type NightChange, nightChanges } from './nightChanges.ts';

/**
 * The change of a booking's dates, room type, units, party or guest: each page gains and loses the difference only, on
 * condition that it still allows what is taken.
 * @param pages by {@link pageOf}, without a refusal; @param now epoch milliseconds
 */
export function modify(
  booking: BookingItem,
  wanted: Wanted,
  pages: Record<string, CalendarPage | null>,
  oversellAllowance: number,
  now: number,
): Change {
  const after = modifiedBooking(booking, wanted, pages, now);
  const changes = nightChanges(booking, wanted);
  const stay = planStay(parseDay(wanted.arrival)!, parseDay(wanted.departure)!);
  const isHeld = standingOf(booking.status) === 'HELD';
  const touched: PageChange[] = [];
  for (const key of keysOf(changes)) {
    const ofPage = changes.filter(({ month, roomTypeId }) => pageOf(month, roomTypeId) === key);
    const { month, roomTypeId } = ofPage[0];
    const guards = takeGuards(ofPage, pages[key] as CalendarPage, oversellAllowance);
    if (roomTypeId === wanted.room_type_id) guards.push(...edgeGuards(booking, wanted, stay, month));
    const shifts = ofPage.map(({ index, was, is }) => ({ index, available: was - is, held: isHeld ? is - was : 0 }));
    touched.push({ month, roomTypeId, shifts, guards });
  }
  return { before: booking, after, pages: touched, checks: edgeChecks(booking, wanted, stay, touched) };
}

function keysOf(changes: NightChange[]): string[] {
  const keys: string[] = [];
  for (const { month, roomTypeId } of changes) {
    const key = pageOf(month, roomTypeId);
    if (keys.indexOf(key) < 0) keys.push(key);
  }
  return keys;
}

/** One guard for each number of units that nights of the page give. */
function takeGuards(changes: NightChange[], page: CalendarPage, allowance: number): Guard[] {
  const guards: Guard[] = [];
  const taken = changes.map(({ was, is }) => is - was).filter((units) => units > 0);
  for (const units of taken.filter((value, at) => taken.indexOf(value) === at)) {
    const nights = changes.filter(({ was, is }) => is - was === units).map(({ index }) => index);
    guards.push(nightsGuard(page, nights, units - allowance));
  }
  return guards;
}

/** What the page of a month must allow of the new stay's first and last day. */
function edgeGuards(booking: BookingItem, wanted: Wanted, stay: Stay, month: string): Guard[] {
  const { isNewArrival, isNewDeparture, isShorter } = edgesOf(booking, wanted);
  const guards: Guard[] = [];
  const isFirst = month === stay.parts[0].month;
  if (isFirst && isNewArrival) guards.push(arrivalGuard(stay));
  if (isFirst && (isNewArrival || isShorter)) guards.push(lengthGuard(stay));
  if (month === stay.departureMonth && isNewDeparture) guards.push(leavingGuard(stay));
  return guards;
}

/** The same for pages of which no night changes, of which a departure day's may not be loaded. */
function edgeChecks(booking: BookingItem, wanted: Wanted, stay: Stay, touched: PageChange[]): PageCheck[] {
  const roomTypeId = wanted.room_type_id;
  const isTouched = (month: string): boolean =>
    touched.some((page) => page.month === month && page.roomTypeId === roomTypeId);
  const checks: PageCheck[] = [];
  for (const month of [stay.parts[0].month, stay.departureMonth]) {
    const isSeen = isTouched(month) || checks.some((check) => check.month === month);
    const guards = isSeen ? [] : edgeGuards(booking, wanted, stay, month);
    if (guards.length > 0) checks.push({ month, roomTypeId, condition: ofPage(guards, stay, month) });
  }
  return checks;
}

function ofPage(guards: Guard[], stay: Stay, month: string) {
  const departure = month === stay.parts[0].month ? null : departureGuard(stay);
  return departure ?? allOf(guards);
}
