import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PmsStateItem } from '../../portable/items/pmsSync.ts';
import { CIRCUIT_SETTINGS, CLOSED } from '../policy/circuit.ts';
import { admit, afterCall, type Call, circuitOf, debtOf, newState, settled, withCircuit } from './propertyState.ts';

const NOW = Date.parse('2026-11-20T10:00:00.000Z');
const OPEN_MS = CIRCUIT_SETTINGS.openSeconds * 1000;
const fresh = newState('lisbon-1', '2026-11-20T09:00:00.000Z');
const failed: Call = { probe: null, isHealthy: false, error: 'HTTP 500', retryAfterSeconds: null };
const took: Call = { probe: null, isHealthy: true, error: null, retryAfterSeconds: null };
const after = (item: PmsStateItem, call: Call, now = NOW) => afterCall(item, call, now, CIRCUIT_SETTINGS);
const broken = [1, 2, 3, 4, 5].reduce((item) => after(item, failed), fresh);

it('an item keeps any circuit as it is', () => {
  const time = fc.integer({ min: NOW - 1e9, max: NOW + 1e9 });
  const circuit = fc.oneof(
    fc.record({ state: fc.constant('CLOSED' as const), failures: fc.nat({ max: 4 }) }),
    fc.record({ state: fc.constant('OPEN' as const), until: time }),
    fc.record({ state: fc.constant('HALF_OPEN' as const), probe: time, until: time }),
  );
  fc.assert(
    fc.property(fc.array(circuit), (circuits) => {
      let item = fresh;
      for (const each of circuits) {
        item = withCircuit(item, each, NOW);
        expect(circuitOf(item)).toEqual(each);
        expect(withCircuit(item, each, NOW)).toBe(item);
        expect(item.listing_key).toBe(`${each.state}#lisbon-1`);
      }
    }),
  );
});

describe('the state of a PMS', () => {
  it('opens after five failures, with the reason and since when', () => {
    expect(broken).toMatchObject({ circuit: 'OPEN', last_error: 'HTTP 500', opened_at: '2026-11-20T10:00:00.000Z' });
    expect(admit(broken, NOW, CIRCUIT_SETTINGS)).toEqual({ kind: 'refused', until: NOW + OPEN_MS });
    expect(after(broken, failed, NOW + 1)).toBe(broken);
  });

  it('closes by its probe, and keeps since when it was open over probes in vain', () => {
    const later = NOW + OPEN_MS;
    const admission = admit(broken, later, CIRCUIT_SETTINGS);
    if (admission.kind !== 'probe') throw new Error(admission.kind);
    const probing = withCircuit(broken, admission.next, later);
    const again = after(probing, { ...failed, probe: later }, later);
    expect(again).toMatchObject({ circuit: 'OPEN', opened_at: broken.opened_at });
    const closed = after(probing, { ...took, probe: later }, later);
    expect(circuitOf(closed)).toEqual(CLOSED);
    expect(closed).toMatchObject({ opened_at: null, open_until: null, probe: null });
  });

  it('leaves a PMS alone for as long as it asks, a quarter of an hour at most', () => {
    const paused = after(fresh, { ...failed, retryAfterSeconds: 30 });
    expect(admit(paused, NOW + 29_999, CIRCUIT_SETTINGS)).toEqual({ kind: 'refused', until: NOW + 30_000 });
    expect(admit(paused, NOW + 30_000, CIRCUIT_SETTINGS)).toEqual({ kind: 'call' });
    const long = after(fresh, { ...failed, retryAfterSeconds: 86_400 });
    expect(admit(long, NOW, CIRCUIT_SETTINGS)).toEqual({ kind: 'refused', until: NOW + 900_000 });
    const open = { ...broken, paused_until: new Date(NOW + 1_000).toISOString() };
    expect(admit(open, NOW, CIRCUIT_SETTINGS)).toEqual({ kind: 'refused', until: NOW + OPEN_MS });
  });

  it('is written for one delivery in ten seconds', () => {
    const once = after(fresh, took);
    expect(once.last_delivered_at).toBe('2026-11-20T10:00:00.000Z');
    expect(after(once, took, NOW + 9_999)).toBe(once);
    expect(after(once, took, NOW + 10_000)).not.toBe(once);
  });

  it('a booking refused for good is no failure of the PMS', () => {
    const refused: Call = { ...took, error: 'HTTP 422' };
    expect(after(after(fresh, failed), refused)).toMatchObject({
      circuit: 'CLOSED',
      failures: 0,
      last_error: 'HTTP 422',
    });
  });

  it('owes nothing once what was owed is paid, unless more came meanwhile', () => {
    const owing = { ...fresh, owes_since: 'then', marks: 3, unpaid_rounds: 2, wake_at: 'soon' };
    expect(settled(owing, 2)).toBe(owing);
    const paid = settled(owing, 3);
    expect(debtOf(paid)).toEqual({ since: null, marks: 3 });
    expect(paid).toMatchObject({ unpaid_rounds: 0, wake_at: null });
  });
});
