import { randomUUID } from 'node:crypto';
import { allows } from '../../core/portable/lifecycle/transitions.ts';
import { commandRefusal } from '../../core/portable/lifecycle/commandRefusal.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { BookingStatus, ModifyBookingInput } from '../../generated/types.ts';
import type { GraphqlClient, Outcome } from '../client/graphqlClient.ts';
import type { Session } from '../client/session.ts';
import { type Answer, type Call, deed as deedCall, modification, sale, show, type Shown } from './documents.ts';
import { dayAfter, type House } from './house.ts';
import { type Difference, refusalDifference, type Seen } from './oracle.ts';
import { type Changes, type Deed, DEEDS, type Step } from './step.ts';
import type { Tally } from './tally.ts';

/** What a new booking may be refused with. */
const SALE_REFUSALS = ['SoldOut', 'LimitExceeded', 'InvalidState', 'BookingContention', 'Unavailable'];
const SALES = ['book', 'hold', 'request'] as const;
const SALES_OF = { INSTANT: ['book', 'hold', 'hold'], ON_REQUEST: ['request'] } as const;
const ALL_DEEDS = Object.keys(DEEDS) as Deed[];
/** A hold that ends so soon may be over before the request arrives. */
const CLOSE_MS = 2_000;

type Parts = { client: GraphqlClient; guest: Session; desk: Session; house: House; tally: Tally };

/** One guest with bookings of his own, which nobody else touches but the desk for him, and time. */
export class Guest {
  readonly differences: Difference[] = [];
  /** Every version of each booking that was answered or seen. */
  readonly seen = new Map<string, Seen[]>();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'new') return this.#sale(step);
    const ids = [...this.seen.keys()];
    if (ids.length === 0) return;
    const open = ids.filter((id) => this.#sensible(id).length > 0);
    const id = step.isWild || open.length === 0 ? ids[step.pick % ids.length] : open[step.pick % open.length];
    const now = await this.#look(id);
    const sensible = this.#sensible(id);
    const choice = step.isWild || sensible.length === 0 ? ALL_DEEDS : sensible;
    const chosen = step.deeds.map((number) => choice[number % choice.length]);
    if (chosen.length === 1) return this.#deed(id, chosen[0], step.changes, now);
    await Promise.all(chosen.map((each) => this.#send(id, each, step.changes)));
  }

  /** The deeds that the booking allowed when it was seen last. */
  #sensible(id: string): Deed[] {
    const { status } = this.seen.get(id)!.at(-1)!.booking;
    return ALL_DEEDS.filter((deed) => allows(deed, status as BookingStatus));
  }

  async #sale({ isWild, sale: number, room, from, nights, units }: Extract<Step, { kind: 'new' }>): Promise<void> {
    const { house } = this.#parts;
    const choice = isWild ? SALES : SALES_OF[house.mode];
    const kind = choice[number % choice.length];
    const arrival = dayAfter(house.today, from);
    const outcome = await this.#ask(
      kind,
      sale(kind, {
        bookingId: randomUUID(),
        propertyId: house.propertyId,
        roomTypeId: room,
        arrival,
        departure: dayAfter(arrival, nights),
        units,
        guest: { name: 'Ada Lovelace', email: 'ada@example.com' },
      }),
      'guest',
    );
    if (outcome.kind === 'ok' && outcome.data.done) this.#note(outcome.data.done, null);
    else if (outcome.kind === 'refused' && !SALE_REFUSALS.includes(outcome.type)) {
      this.differences.push(`${kind} was refused with ${outcome.type}: ${outcome.message}`);
    }
  }

  /** One deed with nobody beside: core's model knows whether it may be done. */
  async #deed(id: string, deed: Deed, changes: Changes, before: Shown | null): Promise<void> {
    const outcome = await this.#send(id, deed, changes);
    if (!before || outcome.kind !== 'refused' || isTime(before) || before.status === 'QUEUED') return;
    const isAllowed = commandRefusal(deed, asItem(before), Date.now()) === null;
    if (isAllowed && outcome.type === 'HoldExpired')
      this.differences.push(`${deed} of a live hold: ${outcome.message}`);
    const needsNothing = ['confirm', 'release', 'approve', 'decline'].includes(deed);
    if (isAllowed && needsNothing && outcome.type === 'InvalidState') {
      this.differences.push(`${deed} of ${id}, ${before.status}: ${outcome.message}`);
    }
  }

  async #look(id: string): Promise<Shown | null> {
    const outcome = await this.#ask('show', show(id), 'guest');
    if (outcome.kind !== 'ok' || !outcome.data.done) return null;
    this.#note(outcome.data.done, null);
    return outcome.data.done;
  }

  async #send(id: string, deed: Deed, changes: Changes): Promise<Outcome<Answer>> {
    const call = deed === 'modify' ? modification(this.#input(id, changes)) : deedCall(deed, id);
    const outcome = await this.#ask(deed, call, DEEDS[deed]);
    if (outcome.kind === 'ok' && outcome.data.done) this.#note(outcome.data.done, deed);
    if (outcome.kind === 'refused') this.differences.push(...refusalDifference(deed, outcome.type));
    return outcome;
  }

  #input(id: string, { room, from, nights, units }: Changes): ModifyBookingInput {
    const { today } = this.#parts.house;
    const newest = this.seen.get(id)!.at(-1)!.booking;
    const arrival = from === undefined ? newest.arrival : dayAfter(today, from);
    const departure = dayAfter(arrival, nights ?? newest.nights);
    return { id, arrival, departure, ...(room ? { roomTypeId: room } : {}), ...(units ? { units } : {}) };
  }

  async #ask(name: string, { query, variables }: Call, who: 'guest' | 'desk'): Promise<Outcome<Answer>> {
    const { client, tally } = this.#parts;
    const outcome = await client.send<Answer>(query, variables, await this.#parts[who].idToken());
    tally.count(name, outcome);
    if (outcome.kind === 'unanswered') this.differences.push(`${name} was not answered: ${outcome.message}`);
    return outcome;
  }

  #note(booking: Shown, deed: Deed | null): void {
    const { nightlyRates, units, nights, totalPrice, id } = booking;
    const total = nightlyRates.reduce((sum, rate) => sum + rate * units, 0);
    if (total !== totalPrice.amount || nightlyRates.length !== nights) {
      this.differences.push(`Booking ${id} costs ${totalPrice.amount} for ${nights} nights of ${total}.`);
    }
    const seen = this.seen.get(id) ?? [];
    seen.push({ booking, deed });
    this.seen.set(id, seen);
  }
}

/** May time have changed it since? */
function isTime({ holdExpiresAt }: Shown): boolean {
  return holdExpiresAt !== null && Date.parse(holdExpiresAt) < Date.now() + CLOSE_MS;
}

function asItem({ status, holdExpiresAt }: Shown): BookingItem {
  const hold_until = holdExpiresAt ? Date.parse(holdExpiresAt) : null;
  return { status: status as BookingStatus, hold_until } as BookingItem;
}
