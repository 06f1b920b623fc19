import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Admission, admitCall, type Circuit, CIRCUIT_SETTINGS, CLOSED, decideCircuit } from './circuit.ts';

const OPEN_MS = CIRCUIT_SETTINGS.openSeconds * 1000;
const failed = { ok: false, probe: null };
const worked = { ok: true, probe: null };
const failures = (count: number, from: Circuit = CLOSED) =>
  Array.from({ length: count }).reduce<Circuit>((circuit) => decideCircuit(circuit, failed, 1000), from);

function probeOf(admission: Admission) {
  if (admission.kind !== 'probe') throw new Error(`expected a probe, not ${admission.kind}`);
  return admission;
}

describe('a circuit', () => {
  it('opens after five failures in a row', () => {
    expect(failures(4)).toEqual({ state: 'CLOSED', failures: 4 });
    expect(failures(5)).toEqual({ state: 'OPEN', until: 1000 + OPEN_MS });
  });

  it('counts from the last success', () => {
    expect(failures(4, decideCircuit(failures(4), worked, 1000))).toMatchObject({ state: 'CLOSED' });
  });

  it('needs no write while all is well', () => {
    expect(decideCircuit(CLOSED, worked, 1)).toBe(CLOSED);
    const open = failures(5);
    expect(decideCircuit(open, worked, 1)).toBe(open);
    expect(decideCircuit(open, failed, 1)).toBe(open);
  });

  it('refuses while open, then lets one probe through', () => {
    const open = failures(5);
    expect(admitCall(open, 1000 + OPEN_MS - 1)).toEqual({ kind: 'refused', until: 1000 + OPEN_MS });
    const { probe, next } = probeOf(admitCall(open, 1000 + OPEN_MS));
    expect(admitCall(next, 1001 + OPEN_MS).kind).toBe('refused');
    expect(decideCircuit(next, { ok: true, probe }, 2000 + OPEN_MS)).toEqual(CLOSED);
    expect(decideCircuit(next, { ok: false, probe }, 2000 + OPEN_MS)).toEqual({
      state: 'OPEN',
      until: 2000 + 2 * OPEN_MS,
    });
  });

  it('is not moved by late calls while a probe is under way', () => {
    const { next } = probeOf(admitCall(failures(5), 1000 + OPEN_MS));
    expect(decideCircuit(next, failed, 1)).toBe(next);
    expect(decideCircuit(next, worked, 1)).toBe(next);
  });

  it('replaces a probe that was lost, and does not listen to it any more', () => {
    const first = probeOf(admitCall(failures(5), 1000 + OPEN_MS));
    const later = 1000 + OPEN_MS + CIRCUIT_SETTINGS.probeSeconds * 1000;
    const second = probeOf(admitCall(first.next, later));
    expect(decideCircuit(second.next, { ok: false, probe: first.probe }, later)).toBe(second.next);
    expect(decideCircuit(second.next, { ok: true, probe: second.probe }, later)).toEqual(CLOSED);
  });
});

type Step = { worker: number; ok: boolean; wait: number };
const steps = fc.array(
  fc.record({ worker: fc.nat({ max: 3 }), ok: fc.boolean(), wait: fc.constantFrom(0, 1, 10_000, 70_000, OPEN_MS) }),
  { maxLength: 120 },
);

/** Workers that share one circuit through writes conditional on the state they read. */
function run(plan: Step[], onCalls: (probes: number, circuit: Circuit) => void): void {
  let circuit: Circuit = CLOSED;
  let now = 0;
  const under = new Map<number, { probe: number | null; since: number }>();
  for (const { worker, ok, wait } of plan) {
    now += wait;
    const call = under.get(worker);
    if (call) {
      circuit = decideCircuit(circuit, { ok, probe: call.probe }, now);
      under.delete(worker);
    } else {
      const admission = admitCall(circuit, now);
      if (admission.kind === 'probe') circuit = admission.next;
      if (admission.kind !== 'refused')
        under.set(worker, { probe: admission.kind === 'probe' ? now : null, since: now });
    }
    const alive = [...under.values()].filter(({ probe, since }) => probe !== null && now - since < 60_000);
    onCalls(alive.length, circuit);
  }
}

it('never has two probes that may still report, whoever reports when', () => {
  fc.assert(fc.property(steps, (plan) => run(plan, (probes) => expect(probes).toBeLessThanOrEqual(1))));
});

it('always lets somebody through again in the end', () => {
  fc.assert(
    fc.property(steps, (plan) => {
      run(plan, (_, circuit) => {
        const admission = admitCall(circuit, Number.MAX_SAFE_INTEGER / 2);
        expect(admission.kind).not.toBe('refused');
      });
    }),
  );
});
