import { type Commit, commitOf } from './commit.ts';
import { decideRequest, type Grant, type Refused } from './decideRequest.ts';
import { type Group, joinGroups, LIMITS, type Limits } from './groups.ts';
import { type Hotel, shelve, termsOf } from './hotel.ts';
import { type Needs, needsOf, touchedPages } from './needs.ts';
import { pageId } from './pageRef.ts';
import { takeStay } from './pageTake.ts';
import type { QueuedBooking } from './queuedBooking.ts';

export type GroupPlan = {
  /** No two of them share a page, so they may be sent at the same time. */
  commits: Commit[];
  /** To be written only once every commit of the plan is done: they may hold only because of it. */
  refusals: Refused[];
  /** Wait for the commits of this plan, in queue order. */
  later: QueuedBooking[];
};

/**
 * Plans who of the queue gets a room, first come first served, by taking each stay from the pages in memory.
 * What finds no place in a transaction waits, and so does everybody behind it who needs one of the same pages.
 *
 * @param requests in queue order; a booking that comes twice is taken once
 */
export function planGroup(requests: QueuedBooking[], hotel: Hotel, limits: Limits = LIMITS): GroupPlan {
  const planner = new Planner(hotel, limits);
  for (const request of distinct(requests)) planner.take(request);
  return planner.plan();
}

function distinct(requests: QueuedBooking[]): QueuedBooking[] {
  const seen = new Set<string>();
  return requests.filter(({ booking_id }) => !seen.has(booking_id) && seen.add(booking_id));
}

class Planner {
  readonly #hotel: Hotel;
  readonly #limits: Limits;
  readonly #shelf;
  readonly #grants: Grant[] = [];
  readonly #refusals: Refused[] = [];
  readonly #later: QueuedBooking[] = [];
  readonly #waitedFor = new Set<string>();
  #groups: Group[] = [];

  constructor(hotel: Hotel, limits: Limits) {
    this.#hotel = hotel;
    this.#limits = limits;
    this.#shelf = shelve(hotel.pages);
  }

  take(request: QueuedBooking): void {
    const needs = needsOf(request);
    if (touchedPages(needs).some((ref) => this.#waitedFor.has(pageId(ref)))) return this.#defer(request, needs);
    const verdict = decideRequest(request, needs, this.#shelf, {
      roomType: termsOf(this.#hotel, request.property_id, request.room_type_id),
      today: this.#hotel.propertyToday[request.property_id],
    });
    switch (verdict.kind) {
      case 'refused':
        this.#refusals.push(verdict.refused);
        return;
      case 'granted':
        return this.#place(verdict.grant);
      default:
        verdict satisfies never;
    }
  }

  plan(): GroupPlan {
    const commits = this.#groups.map(({ grants }) =>
      commitOf(
        this.#grants.filter((grant) => grants.has(grant)),
        this.#hotel,
      ),
    );
    return { commits, refusals: this.#refusals, later: this.#later };
  }

  #place(grant: Grant): void {
    const groups = joinGroups(this.#groups, grant, this.#limits);
    if (!groups) return this.#defer(grant.request, grant.needs);
    this.#groups = groups;
    this.#grants.push(grant);
    takeStay(this.#shelf, grant);
  }

  #defer(request: QueuedBooking, needs: Needs): void {
    this.#later.push(request);
    for (const ref of touchedPages(needs)) this.#waitedFor.add(pageId(ref));
  }
}
