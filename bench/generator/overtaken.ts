/** When a booking was asked for and when it was settled, both in milliseconds of one clock. */
export type Served = { askedAt: number; settledAt: number };

/** How many were settled after somebody who asked more than `fairMs` later. */
export function countOvertaken(served: Served[], fairMs: number): number {
  const latestFirst = [...served].sort((a, b) => b.askedAt - a.askedAt);
  let soonest = Number.POSITIVE_INFINITY;
  let next = 0;
  let count = 0;
  for (const { askedAt, settledAt } of latestFirst) {
    for (; latestFirst[next].askedAt > askedAt + fairMs; next += 1) {
      soonest = Math.min(soonest, latestFirst[next].settledAt);
    }
    if (soonest < settledAt) count += 1;
  }
  return count;
}
