import { debtOf, settled } from '../../../core/pms/sync/propertyState.ts';
import type { Wake } from '../../../core/pms/sync/wake.ts';
import { OWED_PREFIX } from '../../../core/portable/items/operations.ts';
import type { PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { sendToDeadLetters } from '../../shared/batch/deadLetters.ts';
import { sendWake } from '../../shared/pms/sendWake.ts';
import { changeState, readState } from '../../shared/pms/state.ts';
import type { Target } from '../../shared/pms/target.ts';
import { deliver } from '../deliver/deliver.ts';
import { listMarkers, type Marker } from '../deliver/markers.ts';
import { nextRound } from '../deliver/oweBooking.ts';
import type { Round } from './round.ts';

type Payment = NonNullable<Wake['payment']>;

/** Bookings of one step, and of those at once: a PMS that has just come back is not run over. */
const STEP = 20;
const AT_ONCE = 4;

/** Tells the PMS the next owed bookings; after the last, the debt is settled unless others were marked meanwhile. */
export async function pay(payment: Payment, held: PmsStateItem, kind: Target['kind'], round: Round): Promise<void> {
  const propertyId = held.property_id;
  const { markers, isLast } = await listMarkers(propertyId, OWED_PREFIX, payment.after, STEP);
  const isProbed = (held.circuit ?? 'CLOSED') !== 'CLOSED';
  const { tried, isAllPaid } = await deliverAll(propertyId, markers, isProbed, round);
  const isUnpaid = payment.isUnpaid || !isAllPaid;
  const state = await readState(propertyId);
  const isStopped = !isAllPaid && (state.circuit ?? 'CLOSED') !== 'CLOSED';
  if (!isStopped && !(isLast && tried === markers.length)) {
    const after = tried > 0 ? markers[tried - 1].booking_id : payment.after;
    return sendWake(kind, state, { at: Date.now(), payment: { ...payment, after, isUnpaid } });
  }
  if (!isUnpaid) return settle(payment, state, kind);
  const failed = await changeState(state, (now) => ({ ...now, unpaid_rounds: (now.unpaid_rounds ?? 0) + 1 }));
  return sendWake(kind, failed, { at: nextRound(failed) });
}

async function settle({ marks }: Payment, state: PmsStateItem, kind: Target['kind']): Promise<void> {
  const after = await changeState(state, (now) => settled(now, marks));
  if (debtOf(after).since !== null) await sendWake(kind, after, { at: Date.now() });
}

/**
 * Tells them in order until the time is up: how many, and whether all of those are done. The first goes alone where the
 * circuit is not closed: it is the probe, and opens the way for the others.
 */
async function deliverAll(
  propertyId: string,
  markers: Marker[],
  isProbed: boolean,
  { deadline, source }: Round,
): Promise<{ tried: number; isAllPaid: boolean }> {
  let tried = 0;
  let isAllPaid = true;
  const next = async (): Promise<void> => {
    const { booking_id: bookingId, version, is_redrive: isRedrive = false } = markers[tried++];
    const order = { propertyId, bookingId, version };
    const result = await deliver({ ...order, isOwed: true, isRedrive, isRepeat: true }, deadline);
    if (result.kind === 'owed') isAllPaid = false;
    if (result.kind === 'refused') {
      await sendToDeadLetters({ source, body: JSON.stringify(order), reason: result.reason });
    }
  };
  const isMore = () => tried < markers.length && Date.now() < deadline;
  const worker = async (): Promise<void> => {
    while (isMore()) await next();
  };
  if (isProbed && isMore()) await next();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { tried, isAllPaid };
}
