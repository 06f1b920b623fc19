import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type Target } from './applyChange.ts';
import { CHANGE_FIELDS, type NightChange, type StoredPage } from './change.ts';
import { emptyPage } from './emptyPage.ts';

const empty = emptyPage('p', 'A', '2027-02', 'now');
const nights = fc.uniqueArray(fc.integer({ min: 0, max: 27 }), { minLength: 1 });
const change: fc.Arbitrary<NightChange> = fc.record(
  {
    total: fc.nat({ max: 9 }),
    rate: fc.nat({ max: 900 }),
    closed: fc.boolean(),
    closedToArrival: fc.boolean(),
    closedToDeparture: fc.boolean(),
    minStay: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);
const message = fc.record({ change, nights });

/** What a client sees of a page. */
const values = ({ sources: _, ...page }: StoredPage) => page;

describe('applyChange', () => {
  it('keeps available + held + sold = total on every night', () => {
    fc.assert(
      fc.property(fc.array(message), fc.nat({ max: 5 }), (messages, sold) => {
        const page = { ...empty, available_units: empty.available_units.map((units) => units - sold) };
        const last = messages.reduce((at, m) => applyChange(at, m.change, m), page);
        last.total_units.forEach((total, night) => expect(total - last.available_units[night]).toBe(sold));
      }),
    );
  });

  it('ends alike whatever order and however often numbered messages arrive in', () => {
    const shuffled = fc.array(message, { minLength: 1, maxLength: 6 }).chain((messages) => {
      const numbered = messages.map((m, at) => ({ ...m, sourceVersion: at + 1 }));
      return fc.tuple(
        fc.constant(numbered),
        fc.shuffledSubarray([...numbered, ...numbered], { minLength: 2 * numbered.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([inOrder, arrived]) => {
        const run = (messages: (Target & { change: NightChange })[]) =>
          messages.reduce((page, m) => applyChange(page, m.change, m), empty);
        expect(values(run(arrived))).toEqual(values(run(inOrder)));
      }),
    );
  });

  it('leaves alone what the change does not name', () => {
    const before = applyChange(empty, { total: 5, rate: 100, closed: true }, { nights: [1, 2] });
    const after = applyChange(before, { rate: 120 }, { nights: [2] });
    expect(after).toEqual({ ...before, rate: before.rate.with(2, 120) });
    expect(applyChange(after, { closed: false }, { nights: [1, 2] })).not.toHaveProperty('closed');
  });

  it('lets availability fall below zero when the total falls below what is sold', () => {
    const sold = {
      ...applyChange(empty, { total: 5 }, { nights: [3] }),
      available_units: empty.available_units.with(3, 1),
    };
    expect(applyChange(sold, { total: 2 }, { nights: [3] }).available_units[3]).toBe(-2);
  });

  it('knows every field of a change', () => {
    const all: Required<NightChange> = {
      total: 1,
      rate: 1,
      closed: true,
      closedToArrival: true,
      closedToDeparture: true,
      minStay: 2,
    };
    expect(Object.keys(all).sort()).toEqual([...CHANGE_FIELDS].sort());
  });
});
