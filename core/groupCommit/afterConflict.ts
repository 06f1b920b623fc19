import type { CalendarPage } from '../portable/items/calendarPage.ts';
import type { Commit } from './commit.ts';
import { withFreshPages } from './hotel.ts';
import type { PageRef } from './pageRef.ts';

/** Why one item of a transaction was refused: DynamoDB's code, and the page that a failed condition brought. */
export type CancellationReason = { code: string; page?: CalendarPage | null };

/** What to do after a transaction was cancelled, which wrote nothing. */
export type Conflict =
  /** Others were writing: send the same again after a short random wait. */
  | { kind: 'retry' }
  /** Plan again by these pages, without the bookings that are settled already and those that can't be written. */
  | { kind: 'replan'; settled: string[]; failed: string[]; pages: CalendarPage[] }
  /** A page can't be written; trying again won't help. */
  | { kind: 'failed'; codes: string[] };

const UNHARMED = 'None';
const CONDITION_FAILED = 'ConditionalCheckFailed';
/** Source: DynamoDB API reference, TransactionCanceledException. */
const PASSING = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * @param reasons in the order of `transactItems`
 * @param pages those that the commit was planned by; where a condition failed the page that came back takes their place
 */
export function afterConflict(commit: Commit, reasons: CancellationReason[], pages: CalendarPage[]): Conflict {
  const refs = [...commit.takes.map(({ page }) => page), ...commit.guards.map(({ ref }) => ref)];
  const ofPages = reasons.slice(0, refs.length);
  const codes = ofPages.map(({ code }) => code).filter(isLasting);
  if (codes.length > 0) return { kind: 'failed', codes };
  const ofBookings = reasons.slice(refs.length);
  const bookings = (matches: (code: string) => boolean) =>
    commit.grants.filter((_, at) => matches(ofBookings[at].code)).map(({ request }) => request.booking_id);
  const settled = bookings(isFailedCondition);
  const failed = bookings(isLasting);
  const fresh = refs.flatMap((ref, at): [PageRef, CalendarPage | null][] =>
    isFailedCondition(ofPages[at].code) ? [[ref, ofPages[at].page ?? null]] : [],
  );
  if (settled.length + failed.length + fresh.length === 0) return { kind: 'retry' };
  return { kind: 'replan', settled, failed, pages: withFreshPages(pages, fresh) };
}

function isFailedCondition(code: string): boolean {
  return code === CONDITION_FAILED;
}

function isLasting(code: string): boolean {
  return code !== UNHARMED && code !== CONDITION_FAILED && !PASSING.includes(code);
}
