/** When to stop, so that the function ends by itself and not in the middle of its work. */
export type Deadline = { isNear(): boolean };

/**
 * @param context as Lambda gives it
 * @param marginMs enough for the slowest piece of work that is begun before the deadline is near
 */
export function deadlineOf(context: { getRemainingTimeInMillis(): number }, marginMs: number): Deadline {
  return { isNear: () => context.getRemainingTimeInMillis() < marginMs };
}
