import type { CalendarPage } from '../portable/items/calendarPage.ts';
import type { MonthPart } from '../portable/sale/stay.ts';
import type { Grant } from './decideRequest.ts';
import { pageId } from './pageRef.ts';

/** What all bookings of one transaction take from one page. */
export type PageTake = {
  /** As it was read. */
  page: CalendarPage;
  /** Units by night, 0 where none is taken. */
  taken: number[];
  /** Those of them that are held, not sold. */
  held: number[];
  /** Units that may be sold below zero availability. */
  allowance: number;
  bookings: number;
  /** Does a stay begin on the page? */
  hasArrivals: boolean;
  /** Does a stay end on a day of the page? */
  hasDepartures: boolean;
};

/** The sum of what the grants take from the page. */
export function sumTakes(page: CalendarPage, allowance: number, grants: Grant[]): PageTake {
  const id = pageId(page);
  const month = page.page.slice(0, 7);
  const on = (grant: Grant) => grant.needs.nights.findIndex((ref) => pageId(ref) === id);
  const here = grants.filter((grant) => on(grant) >= 0);
  const taken = page.available_units.map(() => 0);
  const held = page.available_units.map(() => 0);
  for (const grant of here) {
    const part = grant.needs.stay.parts[on(grant)];
    addUnits(taken, part, grant.request.units);
    if (grant.request.goal) addUnits(held, part, grant.request.units);
  }
  return {
    page,
    taken,
    held,
    allowance,
    bookings: here.length,
    hasArrivals: here.some((grant) => on(grant) === 0),
    hasDepartures: grants.some(
      ({ needs }) => needs.stay.departureMonth === month && [...needs.nights, needs.departure].some(isPage(id)),
    ),
  };
}

function isPage(id: string) {
  return (ref: { property_id: string; page: string } | null) => ref !== null && pageId(ref) === id;
}

function addUnits(taken: number[], part: MonthPart, units: number): void {
  for (let night = part.from; night < part.to; night++) taken[night] += units;
}

/** Takes the grant's units from the pages of its nights, which are all there. */
export function takeStay(shelf: Map<string, CalendarPage>, { needs, request }: Grant): void {
  needs.nights.forEach((ref, at) => {
    const page = shelf.get(pageId(ref))!;
    const taken = page.available_units.map(() => 0);
    addUnits(taken, needs.stay.parts[at], request.units);
    shelf.set(pageId(ref), withoutUnits(page, taken));
  });
}

/** The page once the units are taken. */
export function withoutUnits(page: CalendarPage, taken: number[]): CalendarPage {
  return { ...page, available_units: page.available_units.map((units, night) => units - (taken[night] ?? 0)) };
}
