import { toDate, toDayNumber } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import { type HotelPlan, type NightRange, planHotel } from './hotel.ts';
import type { Step } from './life.ts';
import { type PlannedDay, schedule } from './schedule.ts';
import { shiftBy, weeksAhead } from './shift.ts';

export type PlanOptions = {
  /** `YYYY-MM-DD` where the hotels are. */
  today: string;
  /** Units by room type, before what the data says. */
  capacity: Record<string, number>;
  /** Replay only so many rows, by booking date. */
  limit?: number;
  /** Replay only what was booked on this date of the file or later, `YYYY-MM-DD`. */
  from?: string;
  /** Only what happens before the day of arrival: nobody comes, and nobody is missed. */
  salesOnly?: boolean;
};

export type ReplayPlan = {
  weeks: number;
  hotels: HotelPlan[];
  /** The nights that are loaded, `YYYY-MM-DD`, `to` exclusive. */
  range: { from: string; to: string };
  days: PlannedDay[];
  rows: number;
  dayUse: number;
  /** Rows that stood in the waiting list before they were confirmed. */
  waited: number;
  /** Of all bookings, had every one been accepted. */
  steps: number;
};

/**
 * What to load and what to send, day by day. Pure: the same file, options and day give the same plan.
 * @throws when a capacity names a room type that the file has not, or nothing is left to replay
 */
export function planReplay(file: Reservation[], options: PlanOptions): ReplayPlan {
  checkCapacity(file, options.capacity);
  const weeks = weeksAhead(file, toDayNumber(options.today));
  const all = file.map(shiftBy(weeks));
  const chosen = choose(all, options, weeks);
  const stays = chosen.filter(({ nights }) => nights > 0);
  if (stays.length === 0) throw new Error('No stay is left to replay: choose an earlier --from or a higher --limit.');
  const range = rangeOf(stays);
  const hotels = new Map<string, HotelPlan>();
  for (const hotel of new Set(stays.map((stay) => stay.hotel))) {
    const ofHotel = all.filter((reservation) => reservation.hotel === hotel);
    hotels.set(hotel, planHotel(hotel, ofHotel, range, options.capacity));
  }
  const days = schedule(stays, hotels, options.salesOnly ? SALES : undefined);
  return {
    weeks,
    hotels: [...hotels.values()],
    range: { from: toDate(range.from), to: toDate(range.to) },
    days,
    rows: chosen.length,
    dayUse: chosen.length - stays.length,
    waited: stays.filter(({ waitedDays }) => waitedDays > 0).length,
    steps: days.reduce((sum, { tasks }) => sum + tasks.reduce((some, { steps }) => some + steps.length, 0), 0),
  };
}

const SALES: Step[] = ['book', 'lengthen', 'shorten', 'cancel'];

function checkCapacity(file: Reservation[], capacity: Record<string, number>): void {
  const known = new Set(file.flatMap(({ reserved, assigned }) => [reserved, assigned]));
  for (const roomTypeId of Object.keys(capacity)) {
    if (!known.has(roomTypeId))
      throw new Error(`The file has no room type ${roomTypeId}, only ${[...known].sort().join(', ')}.`);
  }
}

function choose(all: Reservation[], { from, limit }: PlanOptions, weeks: number): Reservation[] {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : toDayNumber(from) + weeks * 7;
  return all
    .filter(({ bookedOn }) => bookedOn >= first)
    .sort((a, b) => a.bookedOn - b.bookedOn || a.row - b.row)
    .slice(0, limit);
}

function rangeOf(stays: Reservation[]): NightRange {
  return stays.reduce(
    (range, { arrival, nights }) => ({
      from: Math.min(range.from, arrival),
      // A change may add a night.
      to: Math.max(range.to, arrival + nights + 1),
    }),
    { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY },
  );
}
