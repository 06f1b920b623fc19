import { eventBooking } from '../../../core/events/eventBooking.ts';
import type { Outcome } from '../../../core/pms/outcome.ts';
import { pmsAction, reservationOf } from '../../../core/pms/reservation.ts';
import { needsPush } from '../../../core/pms/sync/needsPush.ts';
import { admit, withCircuit } from '../../../core/pms/sync/propertyState.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { OWED_PREFIX, pmsMarkerKey } from '../../../core/portable/items/operations.ts';
import type { BookingSyncItem, PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { changeState, readState } from '../../shared/pms/state.ts';
import { readTarget } from '../../shared/pms/target.ts';
import { circuitSettings } from '../config.ts';
import { call } from './call.ts';
import { readLedger } from './ledger.ts';
import { unmark } from './markers.ts';
import type { Order, Result } from './order.ts';
import { readBooking } from './readBooking.ts';
import { settleCall } from './settleCall.ts';

/** `later`: the PMS did not take it, or may not be called (`failure` null). */
type Tried =
  | { kind: 'nothing' }
  | { kind: 'told'; result: Result }
  | { kind: 'later'; booking: BookingItem; sync: BookingSyncItem | null; failure: Temporary | null };

type Temporary = Outcome & { kind: 'temporary' };

/** One try: reads what the booking is now and what the PMS has, asks the circuit, calls, and writes down what came of it. */
export async function attempt(order: Order): Promise<Tried> {
  const [booking, target, sync, state] = await Promise.all([
    readBooking(order.bookingId),
    readTarget(order.propertyId),
    readLedger(order.propertyId, order.bookingId),
    readState(order.propertyId),
  ]);
  if (!booking || !target || !isWanted(order, booking, sync)) {
    if (order.isOwed || order.isRepeat) await unmark(owedKey(order), booking?.version ?? order.version);
    return { kind: 'nothing' };
  }
  const pass = await enter(state);
  if (pass === null) return { kind: 'later', booking, sync, failure: null };
  const outcome = await call(target, tellingOf(order, booking, sync));
  const result = await settleCall({ order, booking, sync, target, outcome, ...pass });
  if (outcome.kind === 'temporary') return { kind: 'later', booking, sync, failure: outcome };
  return { kind: 'told', result };
}

const owedKey = ({ propertyId, bookingId }: Order) => pmsMarkerKey(propertyId, OWED_PREFIX, bookingId);

/** Is there anything that the PMS should be told? What it refused, only a redrive tells it again. */
function isWanted(order: Order, booking: BookingItem, sync: BookingSyncItem | null): boolean {
  if (reservationOf(booking) === null || !needsPush(booking.version, sync?.acknowledged ?? 0)) return false;
  return order.isRedrive || (sync?.refused_version ?? 0) < booking.version;
}

/** Through the circuit, as its one probe where it needs one; null where no call may go. */
async function enter(state: PmsStateItem): Promise<{ state: PmsStateItem; probe: number | null } | null> {
  const now = Date.now();
  const admission = admit(state, now, circuitSettings);
  if (admission.kind === 'refused') return null;
  if (admission.kind === 'call') return { state, probe: null };
  let isMine = true;
  const next = await changeState(state, (current) => {
    isMine = admit(current, now, circuitSettings).kind === 'probe';
    return isMine ? withCircuit(current, admission.next, now) : current;
  });
  return isMine ? { state: next, probe: admission.probe } : null;
}

function tellingOf(order: Order, booking: BookingItem, sync: BookingSyncItem | null) {
  const state = reservationOf(booking)!;
  return {
    booking: eventBooking(booking),
    state,
    action: pmsAction(state, sync?.acknowledged ?? 0),
    confirmationNumber: sync?.confirmation_number ?? null,
    isRepeat: order.isRepeat,
    now: new Date(),
  };
}
