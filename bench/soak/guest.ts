import { randomUUID } from 'node:crypto';
import { allows } from '../../core/portable/lifecycle/transitions.ts';
import { commandRefusal } from '../../core/portable/lifecycle/commandRefusal.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { BookingStatus, GroupRoomInput, ModifyBookingInput } from '../../generated/types.ts';
import type { GraphqlClient, Outcome } from '../client/graphqlClient.ts';
import type { Session } from '../client/session.ts';
import {
  type Answer,
  bookingsOf,
  type Call,
  deed as deedCall,
  groupEnd,
  groupSale,
  modification,
  sale,
  show,
  type Shown,
  waiting,
} from './documents.ts';
import { dayAfter, type House, type HouseKind } from './house.ts';
import { type Difference, refusalDifference, type Seen } from './oracle.ts';
import { type Changes, commandOf, type Deed, DEEDS, type Step } from './step.ts';
import type { Tally } from './tally.ts';

/** What a new booking may be refused with. */
const SALE_REFUSALS = ['SoldOut', 'LimitExceeded', 'InvalidState', 'BookingContention', 'Unavailable'];
const SALES = ['book', 'hold', 'request', 'wait', 'group'] as const;
const SALES_OF: Record<HouseKind, readonly (typeof SALES)[number][]> = {
  INSTANT: ['book', 'hold', 'hold', 'wait', 'group'],
  ON_REQUEST: ['request'],
  PREPAID: ['hold', 'hold', 'wait'],
};
const ADA = { name: 'Ada Lovelace', email: 'ada@example.com' };
const ALL_DEEDS = Object.keys(DEEDS) as Deed[];
/** A hold that ends so soon may be over before the request arrives. */
const CLOSE_MS = 2_000;

/** @param pay on the provider's page, with what was asked for */
type Parts = {
  client: GraphqlClient;
  guest: Session;
  desk: Session;
  house: House;
  tally: Tally;
  pay: (clientSecret: string) => Promise<void>;
};

/** One guest with bookings of his own, which nobody else touches but the desk for him, and time. */
export class Guest {
  readonly differences: Difference[] = [];
  /** Every version of each booking that was answered or seen. */
  readonly seen = new Map<string, Seen[]>();
  /** By bookings of groups: the group. */
  readonly #groups = new Map<string, string>();
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
    return ALL_DEEDS.filter((deed) => allows(commandOf(deed), status as BookingStatus) && this.#fits(deed, id));
  }

  /** Whether the booking is of the kind that the deed is for. */
  #fits(deed: Deed, id: string): boolean {
    const isPaid = this.#parts.house.kind === 'PREPAID';
    if (deed === 'pay') return isPaid;
    if (deed === 'confirm') return !isPaid;
    return deed !== 'cancelGroup' || this.#groups.has(id);
  }

  async #sale({ isWild, sale: number, room, from, nights, units }: Extract<Step, { kind: 'new' }>): Promise<void> {
    const { house } = this.#parts;
    const choice = isWild ? SALES : SALES_OF[house.kind];
    const kind = choice[number % choice.length];
    const arrival = dayAfter(house.today, from);
    const { propertyId } = house;
    const stay = { roomTypeId: room, arrival, departure: dayAfter(arrival, nights), units, guest: ADA };
    if (kind === 'group') return this.#sellGroup(propertyId, stay);
    const input = { bookingId: randomUUID(), propertyId, ...stay };
    const outcome = await this.#ask(kind, kind === 'wait' ? waiting(input) : sale(kind, input), 'guest');
    if (outcome.kind === 'ok' && kind === 'wait') await this.#look(input.bookingId);
    this.#noteSale(kind, outcome);
  }

  /** The stay, and one unit of the other room type for its first night. */
  async #sellGroup(propertyId: string, stay: GroupRoomInput): Promise<void> {
    const beside = {
      ...stay,
      roomTypeId: stay.roomTypeId === 'A' ? 'B' : 'A',
      departure: dayAfter(stay.arrival, 1),
      units: 1,
    };
    const groupId = randomUUID();
    const input = { groupId, propertyId, name: 'Society', contact: ADA, rooms: [stay, beside] };
    const outcome = await this.#ask('group', groupSale(input), 'guest');
    this.#noteSale('group', outcome);
    if (outcome.kind === 'ok') for (const { id } of bookingsOf(outcome.data)) this.#groups.set(id, groupId);
  }

  #noteSale(kind: string, outcome: Outcome<Answer>): void {
    if (outcome.kind === 'ok') for (const booking of bookingsOf(outcome.data)) this.#note(booking, null);
    else if (outcome.kind === 'refused' && !SALE_REFUSALS.includes(outcome.type)) {
      this.differences.push(`${kind} was refused with ${outcome.type}: ${outcome.message}`);
    }
  }

  /** One deed with nobody beside: core's model knows whether it may be done. */
  async #deed(id: string, deed: Deed, changes: Changes, before: Shown | null): Promise<void> {
    const outcome = await this.#send(id, deed, changes);
    if (!before || outcome.kind !== 'refused' || isTime(before) || before.status === 'QUEUED') return;
    const isAllowed = commandRefusal(commandOf(deed), asItem(before), Date.now()) === null;
    if (isAllowed && outcome.type === 'HoldExpired')
      this.differences.push(`${deed} of a live hold: ${outcome.message}`);
    // What was paid is confirmed by itself.
    const isAlone = this.#parts.house.kind !== 'PREPAID' && !this.#groups.has(id);
    const needsNothing = ['confirm', 'release', 'approve', 'decline'].includes(deed);
    if (isAllowed && isAlone && needsNothing && outcome.type === 'InvalidState') {
      this.differences.push(`${deed} of ${id}, ${before.status}: ${outcome.message}`);
    }
  }

  async #look(id: string): Promise<Shown | null> {
    const outcome = await this.#ask('show', show(id), 'guest');
    if (outcome.kind !== 'ok') return null;
    const [booking] = bookingsOf(outcome.data);
    if (!booking) return null;
    this.#note(booking, null);
    return booking;
  }

  async #send(id: string, deed: Deed, changes: Changes): Promise<Outcome<Answer>> {
    const groupId = this.#groups.get(id);
    if (deed === 'cancelGroup' && groupId === undefined) deed = 'cancel';
    const outcome = await this.#ask(deed, this.#callOf(id, deed, changes), DEEDS[deed]);
    if (outcome.kind === 'refused') this.differences.push(...refusalDifference(deed, outcome.type));
    if (outcome.kind !== 'ok') return outcome;
    // Of a group's bookings some may have been cancelled before, and some stay.
    const done = deed === 'cancelGroup' ? null : deed;
    for (const booking of bookingsOf(outcome.data)) this.#note(booking, done);
    const secret = outcome.data.done && 'clientSecret' in outcome.data.done ? outcome.data.done.clientSecret : null;
    if (secret !== null) await this.#parts.pay(secret);
    return outcome;
  }

  #callOf(id: string, deed: Deed, changes: Changes): Call {
    if (deed === 'modify') return modification(this.#input(id, changes));
    return deed === 'cancelGroup' ? groupEnd(this.#groups.get(id)!) : deedCall(deed, id);
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
