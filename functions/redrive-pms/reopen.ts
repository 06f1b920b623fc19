import { circuitOf, withCircuit } from '../../core/pms/sync/propertyState.ts';
import type { PmsStateItem } from '../../core/portable/items/pmsSync.ts';
import { changeState } from '../shared/pms/state.ts';

/** Ends the pause and the time of waiting: the next call is the probe of a circuit that is not closed. */
export function reopen(state: PmsStateItem): Promise<PmsStateItem> {
  return changeState(state, (current) => {
    const now = Date.now();
    const circuit = circuitOf(current);
    const waiting = circuit.state === 'CLOSED' ? current : withCircuit(current, { state: 'OPEN', until: now }, now);
    return { ...waiting, paused_until: null, unpaid_rounds: 0 };
  });
}
