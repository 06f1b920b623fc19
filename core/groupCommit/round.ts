import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { hotUntil } from '../portable/sale/hot.ts';
import { afterConflict, type CancellationReason } from './afterConflict.ts';
import type { Commit } from './commit.ts';
import type { Refused } from './decideRequest.ts';
import { type Hotel, withFreshPages } from './hotel.ts';
import type { PageRef } from './pageRef.ts';
import { withoutUnits } from './pageTake.ts';
import type { GroupPlan } from './planGroup.ts';
import type { QueuedBooking } from './queuedBooking.ts';

/** What is still undecided, and what it will be decided by. */
export type Round = { requests: QueuedBooking[]; hotel: Hotel };

/** What became of a commit. `unknown`: no answer came, it may be done or not. */
export type Outcome =
  | { kind: 'committed' }
  | { kind: 'cancelled'; reasons: CancellationReason[] }
  | { kind: 'unknown' };

export type RoundEnd = {
  /** Plan it again until no requests are left. */
  next: Round;
  /** To be written now. */
  refusals: Refused[];
  /** Others were writing: wait a short random time before going on. */
  isContended: boolean;
  /** Booking ids that no further try will help. */
  failed: string[];
};

/**
 * The round after the plan's commits were sent. Refusals wait until all commits are done: a room that was to go to
 * somebody before them may still be free.
 *
 * @param outcomes one for each commit, in order
 * @param now epoch milliseconds, as the commits were sent with
 */
export function endRound(round: Round, plan: GroupPlan, outcomes: Outcome[], now: number): RoundEnd {
  const left: Progress = { ...round, isContended: false, failed: [], isDone: true };
  const end = plan.commits.reduce((at, commit, index) => apply(at, commit, outcomes[index], now), left);
  const refusals = end.isDone ? plan.refusals : [];
  const refused = refusals.map(({ request }) => request.booking_id);
  return {
    next: { requests: without(end.requests, refused), hotel: end.hotel },
    refusals,
    isContended: end.isContended,
    failed: end.failed,
  };
}

type Progress = Round & { isContended: boolean; failed: string[]; isDone: boolean };

function apply(at: Progress, commit: Commit, outcome: Outcome, now: number): Progress {
  switch (outcome.kind) {
    case 'committed':
      return drop(at, idsOf(commit), withTaken(at.hotel.pages, commit, now));
    case 'unknown':
      return { ...at, isContended: true, isDone: false };
    case 'cancelled':
      return cancelled(at, commit, outcome.reasons);
    default:
      return outcome satisfies never;
  }
}

function cancelled(at: Progress, commit: Commit, reasons: CancellationReason[]): Progress {
  const conflict = afterConflict(commit, reasons, at.hotel.pages);
  switch (conflict.kind) {
    case 'retry':
      return { ...at, isContended: true, isDone: false };
    case 'replan':
      return fail(drop(at, conflict.settled, conflict.pages), conflict.failed);
    case 'failed':
      return fail(at, idsOf(commit));
    default:
      return conflict satisfies never;
  }
}

function fail(at: Progress, ids: string[]): Progress {
  return { ...drop(at, ids, at.hotel.pages), failed: [...at.failed, ...ids], isDone: false };
}

function drop(at: Progress, ids: string[], pages: CalendarPage[]): Progress {
  return { ...at, requests: without(at.requests, ids), hotel: { ...at.hotel, pages } };
}

function without(requests: QueuedBooking[], ids: string[]): QueuedBooking[] {
  return requests.filter(({ booking_id }) => !ids.includes(booking_id));
}

function idsOf(commit: Commit): string[] {
  return commit.grants.map(({ request }) => request.booking_id);
}

/** The pages as the commit left them, so that who waited is planned without another read. */
function withTaken(pages: CalendarPage[], { takes }: Commit, now: number): CalendarPage[] {
  return withFreshPages(
    pages,
    takes.map(({ page, taken, bookings }): [PageRef, CalendarPage] => [
      page,
      { ...withoutUnits(page, taken), hot_until: hotUntil(page, bookings, now) },
    ]),
  );
}
