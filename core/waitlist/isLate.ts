import type { Change } from '../portable/lifecycle/change.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import { standingOf } from '../portable/lifecycle/standing.ts';

/** Has the hold or request run out that the change was decided by? Then nothing but its end may be written. @param now epoch milliseconds */
export function isLate({ before, after }: Change, now: number): boolean {
  return standingOf(before.status) === 'HELD' && after.status !== 'EXPIRED' && hasRunOut(before, now);
}
