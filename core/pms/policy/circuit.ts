/**
 * The circuit of one property, shared by all workers. Times are epoch milliseconds. Closed: calls go through and
 * failures in a row are counted. Open: none goes until `until`. Half-open: the one probe that began at `probe` is under
 * way; one that has not reported by `until` is taken for lost, and another may begin.
 */
export type Circuit =
  | { state: 'CLOSED'; failures: number }
  | { state: 'OPEN'; until: number }
  | { state: 'HALF_OPEN'; probe: number; until: number };

export type CircuitSettings = {
  /** Failures in a row that open it. */
  failures: number;
  openSeconds: number;
  /** How long a probe may take: longer than a call's own time-out. */
  probeSeconds: number;
};

export const CIRCUIT_SETTINGS: CircuitSettings = { failures: 5, openSeconds: 300, probeSeconds: 60 };
export const CLOSED: Circuit = { state: 'CLOSED', failures: 0 };

/** May a call go out? A probe may only once `next` is written over the state that was read. */
export type Admission =
  | { kind: 'call' }
  | { kind: 'probe'; probe: number; next: Circuit }
  | { kind: 'refused'; until: number };

export function admitCall(circuit: Circuit, now: number, settings = CIRCUIT_SETTINGS): Admission {
  switch (circuit.state) {
    case 'CLOSED':
      return { kind: 'call' };
    case 'OPEN':
    case 'HALF_OPEN': {
      if (now < circuit.until) return { kind: 'refused', until: circuit.until };
      const until = now + settings.probeSeconds * 1000;
      return { kind: 'probe', probe: now, next: { state: 'HALF_OPEN', probe: now, until } };
    }
    default:
      return circuit satisfies never;
  }
}

/** A call's end. `probe` as its admission gave it; null for an ordinary call. */
export type CallEnd = { ok: boolean; probe: number | null };

/**
 * The circuit after a call, to be written over the state that was read; the very same object where nothing changes.
 * Calls that were admitted before it opened may end while it is open or half-open: only the probe counts then.
 */
export function decideCircuit(circuit: Circuit, end: CallEnd, now: number, settings = CIRCUIT_SETTINGS): Circuit {
  switch (circuit.state) {
    case 'CLOSED':
      return end.ok ? reset(circuit) : count(circuit.failures + 1, now, settings);
    case 'OPEN':
      return circuit;
    case 'HALF_OPEN':
      if (end.probe !== circuit.probe) return circuit;
      return end.ok ? CLOSED : open(now, settings);
    default:
      return circuit satisfies never;
  }
}

function reset(circuit: Circuit & { state: 'CLOSED' }): Circuit {
  return circuit.failures === 0 ? circuit : CLOSED;
}

function count(failures: number, now: number, settings: CircuitSettings): Circuit {
  return failures >= settings.failures ? open(now, settings) : { state: 'CLOSED', failures };
}

function open(now: number, settings: CircuitSettings): Circuit {
  return { state: 'OPEN', until: now + settings.openSeconds * 1000 };
}
