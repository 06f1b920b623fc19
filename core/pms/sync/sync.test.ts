import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookingSync, evolveSync, NEVER_SYNCED, type SyncEvent } from './bookingSync.ts';
import { type Debt, decideDebt, NO_DEBT, owed } from './debt.ts';
import { needsPush, syncState } from './needsPush.ts';

const after = (...events: SyncEvent[]): BookingSync => events.reduce(evolveSync, NEVER_SYNCED);
const changed = (version: number): SyncEvent => ({ kind: 'changed', version });
const acknowledged = (version: number, confirmationNumber: string | null = null): SyncEvent => ({
  kind: 'acknowledged',
  version,
  confirmationNumber,
});
const refused = (version: number): SyncEvent => ({ kind: 'refused', version, reason: `HTTP 422 for ${version}` });

describe('a booking and its PMS', () => {
  it('agree once the newest version is acknowledged', () => {
    expect(syncState(after(changed(1)))).toBe('PENDING');
    expect(syncState(after(changed(1), acknowledged(1)))).toBe('SYNCED');
    expect(syncState(after(changed(1), changed(3), acknowledged(2)))).toBe('PENDING');
    expect(syncState(after(changed(1), acknowledged(3)))).toBe('SYNCED');
  });

  it('disagree while the newest version is refused, until a newer one comes', () => {
    expect(syncState(after(changed(2), refused(2)))).toBe('REFUSED');
    expect(syncState(after(changed(2), refused(2), changed(3)))).toBe('PENDING');
    expect(after(changed(2), refused(2), acknowledged(3)).refused).toBeNull();
  });

  it('keep the confirmation number of the newest answer that had one', () => {
    expect(after(acknowledged(2, 'B'), acknowledged(1, 'A'), acknowledged(3)).confirmation?.number).toBe('B');
  });

  it('need no push of what is superseded', () => {
    expect([needsPush(3, 2), needsPush(2, 2), needsPush(1, 2)]).toEqual([true, false, false]);
  });

  it('end alike in whatever order and however often they hear of one another', () => {
    const version = fc.integer({ min: 1, max: 6 });
    const event = fc.oneof(
      version.map(changed),
      version.map(refused),
      version.map((v) => acknowledged(v, v % 2 === 0 ? `N${v}` : null)),
    );
    const orders = fc
      .array(event, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      );
    fc.assert(
      fc.property(orders, ([events, others]) => {
        expect(after(...others)).toEqual(after(...events));
      }),
    );
  });
});

describe('a debt', () => {
  it('lasts from the first message taken until it is settled', () => {
    const twice = decideDebt(decideDebt(NO_DEBT, { kind: 'owe', at: 'first' }), { kind: 'owe', at: 'second' });
    expect(twice).toEqual({ since: 'first', marks: 2 });
    expect(decideDebt(twice, { kind: 'settle', marks: 2 })).toEqual({ since: null, marks: 2 });
    expect(decideDebt(NO_DEBT, { kind: 'settle', marks: 0 })).toBe(NO_DEBT);
  });

  it('is owed for what is pending; what was refused is tried by a redrive only', () => {
    const syncs = [after(changed(1)), after(changed(1), acknowledged(1)), after(changed(1), refused(1))];
    expect(owed(syncs)).toEqual([syncs[0]]);
    expect(owed(syncs, { redrive: true })).toEqual([syncs[0], syncs[2]]);
  });

  it('never forgets a message that is taken while it is being paid', () => {
    const step = fc.oneof(
      fc.constantFrom('read', 'push', 'settle').map((kind) => ({ kind, booking: 0 })),
      fc.nat({ max: 2 }).map((booking) => ({ kind: 'take', booking })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (plan) => {
        const { debt, syncs } = pay(plan);
        if (debt.since === null) expect(owed(syncs)).toEqual([]);
      }),
    );
  });
});

/** One payer, whose steps anybody may come between. */
function pay(plan: { kind: string; booking: number }[]): { debt: Debt; syncs: BookingSync[] } {
  let debt = NO_DEBT;
  const syncs = [NEVER_SYNCED, NEVER_SYNCED, NEVER_SYNCED];
  let payment: { marks: number; ledgers: BookingSync[] | null } | null = null;
  for (const { kind, booking } of plan) {
    if (kind === 'take') {
      syncs[booking] = evolveSync(syncs[booking], changed(syncs[booking].newest + 1));
      debt = decideDebt(debt, { kind: 'owe', at: 'now' });
    } else if (kind === 'read') {
      payment = { marks: debt.marks, ledgers: null };
    } else if (kind === 'push' && payment) {
      payment.ledgers ??= [...syncs];
      payment.ledgers.forEach((seen, at) => {
        syncs[at] = evolveSync(syncs[at], acknowledged(seen.newest));
      });
    } else if (kind === 'settle' && payment?.ledgers) {
      debt = decideDebt(debt, { kind: 'settle', marks: payment.marks });
      payment = null;
    }
  }
  return { debt, syncs };
}
