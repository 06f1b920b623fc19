/** Enough for the slowest round of ninety bookings to end, on a busy machine too. */
const MARGIN_MS = 5_000;

/** When to stop, so that the function ends by itself and not in the middle of its work. */
export type Deadline = { isNear(): boolean };

/** @param context as Lambda gives it */
export function deadlineOf(context: { getRemainingTimeInMillis(): number }): Deadline {
  return { isNear: () => context.getRemainingTimeInMillis() < MARGIN_MS };
}
