import { PMS_LISTING, pmsStateKey } from '../../portable/items/operations.ts';
import type { PmsStateItem } from '../../portable/items/pmsSync.ts';
import {
  type Admission,
  admitCall,
  type Circuit,
  type CircuitSettings,
  CLOSED,
  decideCircuit,
} from '../policy/circuit.ts';
import { type Debt, decideDebt } from './debt.ts';

/** The state of a PMS that nobody has called. @param now ISO 8601 */
export function newState(propertyId: string, now: string): PmsStateItem {
  return {
    ...pmsStateKey(propertyId),
    property_id: propertyId,
    listing: PMS_LISTING,
    listing_key: `CLOSED#${propertyId}`,
    rev: 0,
    updated_at: now,
  };
}

export function circuitOf(item: PmsStateItem): Circuit {
  const until = Date.parse(item.open_until ?? '');
  switch (item.circuit ?? 'CLOSED') {
    case 'OPEN':
      return { state: 'OPEN', until };
    case 'HALF_OPEN':
      return { state: 'HALF_OPEN', probe: Date.parse(item.probe ?? ''), until };
    default:
      return item.failures ? { state: 'CLOSED', failures: item.failures } : CLOSED;
  }
}

/** The very same item where the circuit is the one it has. */
export function withCircuit(item: PmsStateItem, circuit: Circuit, now: number): PmsStateItem {
  if (isSame(circuit, circuitOf(item))) return item;
  const changed = { ...item, circuit: circuit.state, listing_key: `${circuit.state}#${item.property_id}` };
  switch (circuit.state) {
    case 'CLOSED':
      return { ...changed, failures: circuit.failures, opened_at: null, open_until: null, probe: null };
    case 'OPEN':
      return { ...changed, opened_at: item.opened_at ?? iso(now), open_until: iso(circuit.until), probe: null };
    case 'HALF_OPEN':
      return { ...changed, open_until: iso(circuit.until), probe: iso(circuit.probe) };
    default:
      return circuit satisfies never;
  }
}

/** Compared part by part: an item's circuit is made anew each time it is read. */
function isSame(a: Circuit, b: Circuit): boolean {
  const parts = (circuit: Circuit) => Object.entries(circuit).sort().join();
  return parts(a) === parts(b);
}

export function debtOf(item: PmsStateItem): Debt {
  return { since: item.owes_since ?? null, marks: item.marks ?? 0 };
}

/** The very same item where others were marked meanwhile. @param marks as read before the owed bookings were */
export function settled(item: PmsStateItem, marks: number): PmsStateItem {
  const debt = debtOf(item);
  const after = decideDebt(debt, { kind: 'settle', marks });
  return after === debt ? item : { ...item, owes_since: after.since, unpaid_rounds: 0, wake_at: null };
}

/** May the property's PMS be called? The pause that it asked for holds whatever its circuit. */
export function admit(item: PmsStateItem, now: number, settings: CircuitSettings): Admission {
  const pausedUntil = Date.parse(item.paused_until ?? '') || 0;
  const admission = admitCall(circuitOf(item), now, settings);
  if (pausedUntil <= now) return admission;
  return {
    kind: 'refused',
    until: admission.kind === 'refused' ? Math.max(admission.until, pausedUntil) : pausedUntil,
  };
}

/** A call's end. @property error null where the PMS took the booking */
export type Call = {
  probe: number | null;
  isHealthy: boolean;
  error: string | null;
  retryAfterSeconds: number | null;
};

/** To within so long the state says when the PMS last took a booking: not every delivery is a write. */
const DELIVERED_WITHIN_MS = 10_000;
/** The longest pause that a PMS may ask for. */
const MOST_PAUSE_SECONDS = 900;

/** The state after a call; the very same item where there is nothing to write. */
export function afterCall(item: PmsStateItem, call: Call, now: number, settings: CircuitSettings): PmsStateItem {
  const circuit = decideCircuit(circuitOf(item), { ok: call.isHealthy, probe: call.probe }, now, settings);
  const moved = withCircuit(item, circuit, now);
  if (call.error === null) return delivered(moved, now);
  // While it is open, late failures of calls that began before say nothing new.
  if (!call.isHealthy && moved === item) return item;
  return { ...moved, last_error: call.error, paused_until: pause(item, call, now) };
}

function delivered(item: PmsStateItem, now: number): PmsStateItem {
  const isKnown = now - Date.parse(item.last_delivered_at ?? '') < DELIVERED_WITHIN_MS;
  return isKnown ? item : { ...item, last_delivered_at: iso(now) };
}

function pause(item: PmsStateItem, { retryAfterSeconds }: Call, now: number): string | null {
  if (!retryAfterSeconds) return item.paused_until ?? null;
  return iso(now + Math.min(retryAfterSeconds, MOST_PAUSE_SECONDS) * 1000);
}

const iso = (at: number): string => new Date(at).toISOString();
