import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { PaymentItem } from '../portable/items/payment.ts';
import { becomes, nextVersion } from '../portable/lifecycle/change.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import { standingOf } from '../portable/lifecycle/standing.ts';
import { decide, type PaymentStep } from './decide.ts';
import type { Order } from './order.ts';
import { refundKey } from './refundKey.ts';
import { Provider } from './testing/provider.ts';

const NOW = Date.parse('2027-01-01T12:00:00Z');
const TOTAL = 67_900;
const payment = (changes: Partial<PaymentItem> = {}): PaymentItem => ({
  provider: 'STRIPE',
  status: 'PENDING',
  reference: 'pi_1',
  amount: TOTAL,
  currency: 'EUR',
  expires_at: NOW + 60_000,
  ...changes,
});
const held = (changes: Partial<BookingItem> = {}): BookingItem =>
  sampleBooking({ status: 'HELD', hold_until: NOW + 60_000, held_at: NOW, payment: payment(), ...changes });
const order = (changes: Partial<Order> = {}): Order => ({
  reference: 'pi_1',
  bookingId: held().booking_id,
  status: 'OPEN',
  amount: TOTAL,
  currency: 'EUR',
  received: 0,
  refunded: 0,
  failure: null,
  ...changes,
});
const authorized = order({ status: 'AUTHORIZED' });
const captured = order({ status: 'CAPTURED', received: TOTAL });
const step = (booking: BookingItem, of: Order): PaymentStep => decide(booking, of, NOW);

describe('a hold', () => {
  it('is confirmed once its order is authorized', () => {
    expect(step(held(), authorized)).toEqual({ kind: 'confirm', payment: payment({ status: 'AUTHORIZED' }) });
  });

  it.each([
    ['another amount', order({ status: 'AUTHORIZED', amount: TOTAL - 1 })],
    ['more', order({ status: 'AUTHORIZED', amount: TOTAL + 1 })],
    ['another currency', order({ status: 'AUTHORIZED', currency: 'USD' })],
    ['another order', order({ status: 'AUTHORIZED', reference: 'pi_0' })],
    ['another amount that nobody has paid yet', order({ amount: TOTAL - 1 })],
  ])('is never confirmed by %s', (_, wrong) => {
    expect(step(held(), wrong)).toEqual({ kind: 'cancelOrder' });
  });

  it('that ran out is never confirmed, at the very instant', () => {
    expect(step(held({ hold_until: NOW }), authorized)).toEqual({ kind: 'cancelOrder' });
    expect(step(held({ hold_until: NOW }), captured)).toEqual({ kind: 'refund', amount: TOTAL });
  });

  it('is left alone by an order that may become its own, until that is left over', () => {
    const other = order({ reference: 'pi_2' });
    expect(step(held(), other)).toEqual({ kind: 'nothing' });
    expect(decide(held(), other, NOW, true)).toEqual({ kind: 'cancelOrder' });
    expect(decide(held(), order(), NOW, true)).toEqual({ kind: 'nothing' });
    expect(step(held({ hold_until: NOW }), other)).toEqual({ kind: 'cancelOrder' });
  });

  it('says that a card was declined, and waits for another', () => {
    const declined = order({ failure: 'Your card was declined.' });
    const noted = payment({ status: 'FAILED', reason: 'Your card was declined.' });
    expect(step(held(), declined)).toEqual({ kind: 'note', payment: noted });
    expect(step(held({ payment: noted }), declined)).toEqual({ kind: 'nothing' });
    expect(step(held({ payment: noted }), authorized)).toMatchObject({ kind: 'confirm' });
  });

  it('says why its order did not do', () => {
    const wrong = order({ status: 'CANCELLED', amount: 5 });
    const reason = 'PaymentMismatch: ordered were 5 EUR in minor units, due are 67900 EUR.';
    const noted = payment({ status: 'FAILED', reason });
    expect(step(held(), wrong)).toEqual({ kind: 'note', payment: noted });
    expect(step(held({ payment: noted, total_amount: 5 }), wrong)).toEqual({ kind: 'nothing' });
    expect(step(held({ hold_until: NOW }), order({ status: 'CANCELLED' }))).toMatchObject({
      payment: { status: 'CANCELLED', reason: 'HoldExpired: the hold ran out before it was paid.' },
    });
  });
});

describe('a booking', () => {
  const sold = (changes: Partial<BookingItem> = {}): BookingItem => sampleBooking({ payment: payment(), ...changes });
  const cancelled = (cancel_fee: number | null): BookingItem =>
    sold({ status: 'CANCELLED', cancel_fee, payment: payment({ status: 'CAPTURED', captured_at: 'then' }) });

  it('has its order captured, and says so', () => {
    expect(step(sold(), authorized)).toEqual({ kind: 'capture', amount: TOTAL });
    const noted = { status: 'CAPTURED', captured_at: '2027-01-01T12:00:00.000Z' };
    expect(step(sold(), captured)).toMatchObject({ kind: 'note', payment: noted });
  });

  it('that became cheaper before has less captured', () => {
    expect(step(sold({ status: 'CHECKED_OUT', total_amount: 100 }), authorized)).toEqual({
      kind: 'capture',
      amount: 100,
    });
  });

  it('that came to cost nothing before has its order let go', () => {
    expect(step(sold({ total_amount: 0 }), authorized)).toEqual({ kind: 'cancelOrder' });
  });

  it('that became dearer before has all captured that was promised', () => {
    const dearer = sold({ total_amount: TOTAL + 100 });
    expect(step(dearer, authorized)).toEqual({ kind: 'capture', amount: TOTAL });
    expect(step(dearer, captured)).toMatchObject({ kind: 'note', payment: { status: 'CAPTURED' } });
    expect(step(dearer, { ...authorized, currency: 'USD' })).toEqual({ kind: 'cancelOrder' });
    expect(step(dearer, order())).toEqual({ kind: 'cancelOrder' });
  });

  it('that is cancelled before anything was captured has its fee captured, and no more', () => {
    const early = (cancel_fee: number) => sold({ status: 'CANCELLED', cancel_fee });
    expect(step(early(10_000), authorized)).toEqual({ kind: 'capture', amount: 10_000 });
    expect(step(early(TOTAL + 1), authorized)).toEqual({ kind: 'capture', amount: TOTAL });
    expect(step(early(0), authorized)).toEqual({ kind: 'cancelOrder' });
    const feeOnly = { ...captured, received: 10_000 };
    expect(step(early(10_000), feeOnly)).toMatchObject({ kind: 'note', payment: { status: 'CAPTURED' } });
    expect(step(early(10_000), { ...authorized, reference: 'pi_0' })).toEqual({ kind: 'cancelOrder' });
  });

  it('gives back what is more than the fee, once it is cancelled', () => {
    expect(step(cancelled(10_000), captured)).toEqual({ kind: 'refund', amount: TOTAL - 10_000 });
    expect(step(cancelled(null), captured)).toEqual({ kind: 'refund', amount: TOTAL });
    const refunded = { ...captured, refunded: TOTAL - 10_000 };
    expect(step(cancelled(10_000), refunded)).toMatchObject({
      kind: 'note',
      payment: { status: 'REFUNDED', refunded_amount: TOTAL - 10_000, captured_at: 'then' },
    });
    expect(step(cancelled(TOTAL), captured)).toEqual({ kind: 'nothing' });
  });

  it('keeps what was captured where the guest never came', () => {
    const noted = payment({ status: 'CAPTURED', captured_at: 'then' });
    expect(step(sold({ status: 'NO_SHOW', payment: noted, total_amount: 9_900 }), captured)).toEqual({
      kind: 'nothing',
    });
  });
});

it.each(['RELEASED', 'EXPIRED', 'CANCELLED', 'DECLINED'] as const)('what is %s lets its order go', (status) => {
  for (const of of [order(), authorized]) expect(step(held({ status }), of)).toEqual({ kind: 'cancelOrder' });
  expect(step(held({ status }), captured)).toEqual({ kind: 'refund', amount: TOTAL });
});

/** What happens around the worker. `see`: it reads; `act`: it does what it decided by what it had read. */
type Happening =
  | { kind: 'pay'; which: number; succeeds: boolean }
  | { kind: 'order' | 'attach' | 'reprice' | 'confirmByStaff' | 'release' | 'expire' | 'prolong' | 'checkOut' }
  | { kind: 'cancel'; fee: number }
  | { kind: 'refundByHand'; amount: number }
  | { kind: 'pass'; ms: number }
  | { kind: 'see' | 'act'; worker: number; which: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), which: fc.nat(2), succeeds: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'order' as const,
      'attach',
      'reprice',
      'confirmByStaff',
      'release',
      'expire',
      'prolong',
      'checkOut',
    ),
  }),
  fc.record({ kind: fc.constant('cancel' as const), fee: fc.nat(2 * TOTAL) }),
  fc.record({ kind: fc.constant('refundByHand' as const), amount: fc.nat(TOTAL) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(40_000) }),
  fc.record({ kind: fc.constantFrom('see' as const, 'act'), worker: fc.nat(2), which: fc.nat(2) }),
);

const look = (kind: 'see' | 'act', worker: number): Happening => ({ kind, worker, which: 0 });
/** What mostly happens, as far as it goes: ordered (at the provider, then on the booking), paid, confirmed, captured, cancelled; a second worker looks too. */
const usual: readonly Happening[] = [
  { kind: 'order' },
  { kind: 'attach' },
  { kind: 'pay', which: 0, succeeds: true },
  look('see', 0),
  look('act', 0),
  look('see', 0),
  look('see', 1),
  look('act', 0),
  { kind: 'cancel', fee: 40_000 },
  look('see', 0),
  look('see', 1),
  look('act', 0),
  look('act', 1),
];

/** A booking, its provider, and workers that may be overtaken or die between reading and acting. */
class World {
  booking = held({ payment: null });
  provider = new Provider();
  now = NOW;
  /** Has anybody given money back past the worker? */
  byHand = false;
  /** Bookings that the worker confirmed, as they were. */
  confirmed: { booking: BookingItem; order: Order; now: number }[] = [];
  readonly leftOver = new Set<string>();
  readonly #made: { reference: string; amount: number; version: number }[] = [];
  readonly #handedOut = new Set<string>();
  readonly #seen = new Map<number, { booking: BookingItem; order: Order; step: PaymentStep; now: number }>();

  happen(what: Happening): void {
    const { booking } = this;
    const isLive = booking.status === 'HELD' && !hasRunOut(booking, this.now);
    if (what.kind === 'pay') this.#pay(`pi_${what.which}`, what.succeeds);
    else if (what.kind === 'pass') this.now += what.ms;
    else if (what.kind === 'refundByHand') this.#refundByHand(what.amount);
    else if (what.kind === 'see') this.see(what.worker, `pi_${what.which}`);
    else if (what.kind === 'act') this.act(what.worker);
    else if (what.kind === 'order' && isLive) this.#order();
    else if (what.kind === 'attach') this.#attach();
    else if (what.kind === 'reprice' && (isLive || booking.status === 'CONFIRMED'))
      this.#write({ total_amount: booking.total_amount + 100 });
    else if (what.kind === 'confirmByStaff' && isLive) this.#become('CONFIRMED');
    else if (what.kind === 'release' && isLive) this.#become('RELEASED');
    else if (what.kind === 'expire' && booking.status === 'HELD' && !isLive) this.#become('EXPIRED');
    else if (what.kind === 'prolong' && booking.status === 'CONFIRMED')
      this.#write({ total_amount: booking.total_amount + 100 });
    else if (what.kind === 'checkOut' && booking.status === 'CONFIRMED')
      this.#become('CHECKED_OUT', { total_amount: 100 });
    else if (what.kind === 'cancel' && booking.status === 'CONFIRMED')
      this.#become('CANCELLED', { cancel_fee: what.fee });
  }

  /** Until nobody has anything to do; every order is looked at, as its webhooks and events do. */
  settle(): void {
    while (this.#made.length > 0) this.#attach();
    for (let round = 0; round < 30; round += 1) {
      for (const reference of this.provider.orders.keys()) {
        this.see(0, reference);
        this.act(0);
      }
    }
  }

  see(worker: number, reference: string): void {
    if (!this.provider.orders.has(reference)) return;
    const { booking, now } = this;
    const seen = this.provider.read(reference);
    this.#seen.set(worker, { booking, order: seen, step: this.#decide(seen), now });
  }

  #decide(of: Order): PaymentStep {
    return decide(this.booking, of, this.now, this.leftOver.has(of.reference));
  }

  act(worker: number): void {
    const seen = this.#seen.get(worker);
    if (!seen) return;
    const { step: todo, order: of, booking } = seen;
    if (todo.kind === 'cancelOrder') this.provider.cancel(of.reference);
    if (todo.kind === 'capture') this.provider.capture(of.reference, todo.amount);
    if (todo.kind === 'refund') this.provider.refund(of.reference, todo.amount, refundKey(of.reference, of.refunded));
    // Writes are on condition of the version.
    if (booking.version !== this.booking.version) return;
    if (todo.kind === 'note') this.#write({ payment: todo.payment });
    if (todo.kind === 'confirm') {
      this.confirmed.push(seen);
      this.#become('CONFIRMED', { payment: todo.payment });
    }
  }

  #refundByHand(amount: number): void {
    this.byHand = true;
    if (this.provider.orders.has('pi_0')) this.provider.refund('pi_0', amount, 'by hand');
  }

  /** Only who has got the client secret pays. */
  #pay(reference: string, succeeds: boolean): void {
    if (this.#handedOut.has(reference)) this.provider.pay(reference, succeeds);
  }

  #order(): void {
    const reference = `pi_${this.provider.orders.size}`;
    const { booking_id, total_amount, currency, version } = this.booking;
    this.provider.create(reference, booking_id, total_amount, currency);
    this.#made.push({ reference, amount: total_amount, version });
  }

  /** What was ordered last becomes the booking's, unless that has changed; one of two orders is left over then. */
  #attach(): void {
    const made = this.#made.pop();
    if (!made) return;
    const { reference, amount, version } = made;
    if (version !== this.booking.version) return void this.leftOver.add(reference);
    if (this.booking.payment) this.leftOver.add(this.booking.payment.reference);
    this.#handedOut.add(reference);
    this.#write({ payment: payment({ reference, amount, expires_at: this.now }) });
  }

  #write(changes: Partial<BookingItem>): void {
    this.booking = nextVersion(this.booking, changes, this.now);
  }

  #become(status: BookingItem['status'], changes: Partial<BookingItem> = {}): void {
    this.booking = becomes(this.booking, status, changes, this.now).after;
  }
}

describe('whatever happens, in whatever order, however often, and whoever dies over it', () => {
  const play = (happenings: Happening[]): World => {
    const world = new World();
    for (const what of happenings) world.happen(what);
    world.settle();
    return world;
  };
  const always = (check: (world: World) => void): void =>
    fc.assert(
      fc.property(fc.nat(usual.length), fc.array(happening, { maxLength: 40 }), (far, happenings) =>
        check(play([...usual.slice(0, far), ...happenings])),
      ),
      { numRuns: 1_000 },
    );

  it('no order is captured twice, and no more is given back than was taken', () => {
    always(({ provider }) => {
      for (const times of provider.captures.values()) expect(times).toBe(1);
      for (const { refunded, received, amount } of provider.orders.values()) {
        expect(refunded).toBeLessThanOrEqual(received);
        expect(received).toBeLessThanOrEqual(amount);
      }
    });
  });

  it('nobody pays for what they do not have, but for the fee', () => {
    always(({ provider, booking, byHand }) => {
      for (const { reference, received, refunded, status } of provider.orders.values()) {
        const isOwn = reference === booking.payment?.reference;
        if (isOwn && (standingOf(booking.status) === 'SOLD' || booking.status === 'HELD')) continue;
        const fee = isOwn && booking.status === 'CANCELLED' ? (booking.cancel_fee ?? 0) : 0;
        // Somebody may have given back more by hand.
        expect(received - refunded).toBeLessThanOrEqual(fee);
        if (!byHand) expect(received - refunded).toBe(Math.min(received, fee));
        expect(status === 'CAPTURED' || status === 'CANCELLED').toBe(true);
      }
    });
  });

  it('what is sold by an order is paid, and so is the fee of what was sold and cancelled', () => {
    always(({ provider, booking, confirmed }) => {
      if (confirmed.length === 0 || booking.payment?.reference !== confirmed[0].order.reference) return;
      const { amount, received } = provider.orders.get(booking.payment.reference)!;
      const due = booking.status === 'CANCELLED' ? (booking.cancel_fee ?? 0) : booking.total_amount;
      expect(received).toBeGreaterThanOrEqual(Math.min(amount, due));
    });
  });

  it('a hold is only confirmed by its own order, of its own price, in time', () => {
    always(({ confirmed }) => {
      for (const { booking, order: of, now } of confirmed) {
        expect(of).toMatchObject({
          reference: booking.payment?.reference,
          amount: booking.total_amount,
          currency: booking.currency,
        });
        expect(['AUTHORIZED', 'CAPTURED']).toContain(of.status);
        expect(hasRunOut(booking, now)).toBe(false);
      }
    });
  });

  it('what was confirmed because it was paid is taken, while the stay is sold', () => {
    always(({ confirmed, provider, booking }) => {
      if (confirmed.length === 0 || standingOf(booking.status) !== 'SOLD') return;
      expect(provider.orders.get(booking.payment!.reference)?.status).toBe('CAPTURED');
    });
  });

  it('it comes to rest, and the booking says what became of its order', () => {
    always(({ provider, booking, now, leftOver }) => {
      for (const of of provider.orders.values()) {
        expect(decide(booking, of, now, leftOver.has(of.reference))).toEqual({ kind: 'nothing' });
      }
      const own = booking.payment && provider.orders.get(booking.payment.reference);
      if (own?.status === 'CAPTURED') {
        expect(booking.payment).toMatchObject({ status: own.refunded > 0 ? 'REFUNDED' : 'CAPTURED' });
        expect(booking.payment?.refunded_amount ?? 0).toBe(own.refunded);
      }
    });
  });
});
