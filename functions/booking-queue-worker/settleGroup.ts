import type { Hotel } from '../../core/groupCommit/hotel.ts';
import { planGroup } from '../../core/groupCommit/planGroup.ts';
import { endRound, type Round } from '../../core/groupCommit/round.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { sendCommit } from './commit.ts';
import type { Deadline } from '../shared/deadline.ts';
import { pause } from '../shared/dynamodb/pause.ts';
import { refuseAll } from './refuse.ts';

/** @property failed ids that no try can serve; @property left ids that are undecided as the time is up */
export type Settled = { failed: string[]; left: string[] };

/** Confirms or refuses bookings of one line, in their order, until none is left or the time is up. */
export async function settleGroup(bookings: BookingItem[], hotel: Hotel, deadline: Deadline): Promise<Settled> {
  const failed: string[] = [];
  let round: Round = { requests: bookings, hotel };
  let failures = 0;
  while (round.requests.length > 0 && !deadline.isNear()) {
    const now = Date.now();
    const plan = planGroup(round.requests, round.hotel);
    const outcomes = await Promise.all(plan.commits.map((commit) => sendCommit(commit, now)));
    const end = endRound(round, plan, outcomes, now);
    const unrefused = await refuseAll(end.refusals, deadline);
    failed.push(...end.failed);
    round = { ...end.next, requests: [...unrefused, ...end.next.requests] };
    failures = end.isContended ? failures + 1 : 0;
    if (end.isContended) await pause(failures);
  }
  return { failed, left: round.requests.map(({ booking_id }) => booking_id) };
}
