import { isReplaced, type Wake } from '../../../core/pms/sync/wake.ts';
import { admit, debtOf, settled } from '../../../core/pms/sync/propertyState.ts';
import { sendWake } from '../../shared/pms/sendWake.ts';
import { changeState, readState } from '../../shared/pms/state.ts';
import { readTarget } from '../../shared/pms/target.ts';
import { circuitSettings } from '../config.ts';
import { pay } from './pay.ts';
import type { Round } from './round.ts';
import { search } from './search.ts';

/** While one worker pays, no other does; should it die, another may after that long. */
const HOLD_MS = 60_000;

/**
 * One step of paying what a property owes its PMS: a search for what it lacks where one was asked for, else a part of the
 * owed bookings. The next step is another wake, so that no step is long.
 */
export async function onWake(wake: Wake, round: Round): Promise<void> {
  const [state, target] = await Promise.all([readState(wake.wake), readTarget(wake.wake)]);
  const now = Date.now();
  if (isReplaced(state, wake, now) || debtOf(state).since === null) return;
  if (!target) {
    // Nobody is told any more. A PMS that comes later is told by a redrive.
    await changeState(state, (current) => settled(current, debtOf(current).marks));
    return;
  }
  const admission = admit(state, now, circuitSettings);
  if (admission.kind === 'refused' && !wake.search) {
    const { payment } = wake;
    return sendWake(target.kind, state, { at: admission.until, payment });
  }
  const held = await changeState(state, (current) => ({ ...current, wake_at: new Date(now + HOLD_MS).toISOString() }));
  if (wake.search) await search(wake.search, held, target.kind);
  else await pay(wake.payment ?? { after: '', marks: debtOf(held).marks, isUnpaid: false }, held, target.kind, round);
}
