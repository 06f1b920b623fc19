/** The parts of a check. One that fails is told in the run's errors, and the others go on. */
export type Part = 'pages' | 'cache' | 'stock' | 'overbookings' | 'audit' | 'pms' | 'queue' | 'holds' | 'waitlist';

/** What a piece of a run has done so far: counts, and why a part failed, by part. */
export type Tally = {
  /** Pages held against the cache. */
  pages: number;
  /** Cached pages that were put right. */
  healed: number;
  /** Nights whose sold units were counted anew from bookings. */
  nights: number;
  /** Nights of which pages and bookings tell different things. */
  conflicts: number;
  /** Bookings held against the audit history and their PMS. */
  bookings: number;
  /** Versions of bookings written into the audit history. */
  refilled: number;
  /** Bookings sent to their PMS again. */
  repushed: number;
  /** Bookings whose line was woken again. */
  woken: number;
  /** Holds and requests that ran out and were not ended. */
  swept: number;
  /** Stays on the waiting list that were offered or ended. */
  offered: number;
  errors: Partial<Record<Part, string>>;
};

export const NOTHING_DONE: Tally = {
  pages: 0,
  healed: 0,
  nights: 0,
  conflicts: 0,
  bookings: 0,
  refilled: 0,
  repushed: 0,
  woken: 0,
  swept: 0,
  offered: 0,
  errors: {},
};

/** Of a part that failed twice the first reason stays. */
export function addTallies(a: Tally, b: Partial<Tally>): Tally {
  const sum = { ...a, errors: { ...b.errors, ...a.errors } };
  for (const name of COUNTS) sum[name] += b[name] ?? 0;
  return sum;
}

const COUNTS = Object.keys(NOTHING_DONE).filter((name) => name !== 'errors') as Exclude<keyof Tally, 'errors'>[];
