import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import { type OverbookedNight, overbookedNights } from '../overbookedNight.ts';

/** One record of the inventory stream; `before` is null for a page that is new. */
export type PageChange = { before: CalendarPage | null; after: CalendarPage };

export type DetectionTerms = {
  /** Units that the room type may be sold below zero. */
  allowance: number;
  /** The property's calendar date, `YYYY-MM-DD`: nights before it are history, nobody can be moved out of them. */
  today: string;
};

export type Detection = {
  /** Overbooked after the change, whether or not they were before it: records are made once, by their id. */
  overbooked: OverbookedNight[];
  /** Overbooked before the change and no longer; past nights too, so that their records end. */
  recovered: OverbookedNight[];
};

/** What one change of a page says of its nights. `shortfall` of a recovered night is the one it had. */
export function detectOverbookings({ before, after }: PageChange, { allowance, today }: DetectionTerms): Detection {
  const now = overbookedNights(after, allowance);
  const still = new Set(now.map((night) => night.overbooking_id));
  const was = before ? overbookedNights(before, allowance) : [];
  return {
    overbooked: now.filter((night) => night.date >= today),
    recovered: was.filter((night) => !still.has(night.overbooking_id)),
  };
}
