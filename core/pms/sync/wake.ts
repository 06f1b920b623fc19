import type { PmsStateItem } from '../../portable/items/pmsSync.ts';

/**
 * A message to the workers: pay what the property owes its PMS. There is one of it at a time, and the state's `wake_at`
 * says when it is due; whoever gets it holds the payment and passes it on in the next one.
 */
export type Wake = {
  wake: string;
  /** The `wake_at` that it stands for, ISO 8601. */
  at: string;
  /** Look for bookings that the PMS refused or was never told of before paying. */
  search?: { place: 'refused' | 'bookings'; after: Record<string, string> | null };
  /** A payment under way: the last booking that was tried, the debt's marks when it began, and whether any is left. */
  payment?: { after: string; marks: number; isUnpaid: boolean };
};

/** How much later than it is due a wake may come before it is taken for lost. */
const GRACE_MS = 120_000;

/** Is a wake on its way? */
export function isAwaited({ wake_at }: PmsStateItem, now: number): boolean {
  return Boolean(wake_at) && Date.parse(wake_at!) + GRACE_MS > now;
}

/** Has another wake taken this one's place? */
export function isReplaced(state: PmsStateItem, wake: Wake, now: number): boolean {
  return isAwaited(state, now) && Date.parse(state.wake_at!) > Date.parse(wake.at);
}
