import { ACTS, type ActName } from './acts.ts';
import { type Caller, call, send } from './call.ts';
import type { Fate, State } from './fates.ts';

/** Does something to a booking that exists, or may exist, where there is anything to do. @param today `YYYY-MM-DD` */
export async function perform(caller: Caller, name: ActName, fate: Fate, today: () => string): Promise<void> {
  const { operation, document, variables, applies, after } = ACTS[name];
  const { booking, states } = fate;
  const possible = states.filter((state) => applies(state, booking));
  if (fate.outcome === 'refused' || possible.length === 0) return;
  const date = today();
  const { end, retries } = await call(caller, operation, () => send(caller, document, variables(booking)));
  const done = possible.map((state) => after(state, booking, date));
  // A retry may find what an earlier try without an answer has done already; the audit sees whether it did.
  const isDoneEarlier = end.kind === 'refused' && end.type === 'InvalidState' && retries > 0;
  if (end.kind === 'done' || isDoneEarlier) fate.states = done;
  else if (end.kind === 'gaveUp') fate.states = distinct([...states, ...done]);
}

function distinct(states: State[]): State[] {
  return [...new Map(states.map((state) => [JSON.stringify(state), state])).values()];
}
