import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOverlapTracker, type CallKind } from './overlap.ts';

describe('who collides', () => {
  test.each<[CallKind, CallKind, boolean]>([
    ['write', 'write', false],
    ['write', 'writeTransaction', true],
    ['write', 'readTransaction', true],
    ['writeTransaction', 'write', true],
    ['writeTransaction', 'writeTransaction', true],
    ['writeTransaction', 'readTransaction', true],
    ['readTransaction', 'write', false],
    ['readTransaction', 'writeTransaction', false],
    ['readTransaction', 'readTransaction', false],
  ])('after a %s a %s: %s', (first, second, collides) => {
    const tracker = createOverlapTracker();
    tracker.enter(first, ['a', 'b']);
    expect(tracker.collisions(second, ['x', 'b', 'c', 'a'])).toEqual(collides ? [1, 3] : []);
  });

  test('leaving twice is leaving once', () => {
    const tracker = createOverlapTracker();
    const first = tracker.enter('write', ['a']);
    tracker.enter('write', ['a']);
    first.leave();
    first.leave();
    expect(tracker.collisions('writeTransaction', ['a'])).toEqual([0]);
  });
});

type Step = { kind: CallKind; items: string[] } | { leave: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom<CallKind>('write', 'writeTransaction', 'readTransaction'),
    items: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ leave: fc.nat(9) }),
);

test('in any history it agrees with looking through the list of calls in flight, and ends up empty', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const tracker = createOverlapTracker();
      const flying: { kind: CallKind; items: string[]; leave(): void }[] = [];
      for (const next of steps) {
        if ('leave' in next) {
          const [gone] = flying.splice(next.leave, 1);
          gone?.leave();
          continue;
        }
        const { kind, items } = next;
        const expected = items.flatMap((item, index) => {
          const others = flying.filter((call) => call.items.includes(item) && call.kind !== 'readTransaction');
          const hit = kind === 'write' ? others.some((call) => call.kind === 'writeTransaction') : others.length > 0;
          return hit ? [index] : [];
        });
        expect(tracker.collisions(kind, items)).toEqual(expected);
        if (expected.length === 0) flying.push({ kind, items, ...tracker.enter(kind, items) });
      }
      for (const call of flying) call.leave();
      expect(tracker.size()).toBe(0);
    }),
  );
});
