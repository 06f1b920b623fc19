import { type CalendarPage, NO_RATE } from '../../portable/items/calendarPage.ts';
import { dateOf } from '../../portable/days/dates.ts';
import { partsOfPageKey } from '../overbookedNight.ts';

type Night = { available: number; rate: number };

/** The nights of all pages by room type and date. */
export type Nights = ReadonlyMap<string, Night>;

function nightKey(roomTypeId: string, date: string): string {
  return `${roomTypeId}#${date}`;
}

export function nightsOfPages(pages: CalendarPage[]): Nights {
  const nights = new Map<string, Night>();
  for (const page of pages) {
    const { month, roomTypeId } = partsOfPageKey(page.page);
    page.available_units.forEach((available, index) => {
      nights.set(nightKey(roomTypeId, dateOf(month, index)), { available, rate: page.rate[index] });
    });
  }
  return nights;
}

/** What is free while a plan is made: the pages as they were read, and what its moves took and gave back since. */
export class Ledger {
  readonly #nights: Nights;
  readonly #changes = new Map<string, number>();

  constructor(nights: Nights) {
    this.#nights = nights;
  }

  /** Units; below zero where oversold. A night that is not loaded has none. */
  available(roomTypeId: string, date: string): number {
    const key = nightKey(roomTypeId, date);
    return (this.#nights.get(key)?.available ?? 0) + (this.#changes.get(key) ?? 0);
  }

  /** Are that many units there on every night, with nothing oversold? */
  isFree(roomTypeId: string, dates: string[], units: number): boolean {
    return dates.every(
      (date) => this.#nights.has(nightKey(roomTypeId, date)) && this.available(roomTypeId, date) >= units,
    );
  }

  /** Minor units for one unit and all nights; infinite where a night has no rate, as nobody sells it then. */
  price(roomTypeId: string, dates: string[]): number {
    return dates.reduce((sum, date) => {
      const rate = this.#nights.get(nightKey(roomTypeId, date))?.rate ?? NO_RATE;
      return sum + (rate === NO_RATE ? Infinity : rate);
    }, 0);
  }

  /** Takes units of one room type and gives those of the other back, on all nights. */
  move(from: string, to: string, dates: string[], units: number): void {
    for (const date of dates) {
      this.#add(from, date, units);
      this.#add(to, date, -units);
    }
  }

  #add(roomTypeId: string, date: string, units: number): void {
    const key = nightKey(roomTypeId, date);
    this.#changes.set(key, (this.#changes.get(key) ?? 0) + units);
  }
}
