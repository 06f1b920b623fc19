import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { isHealthy, type Outcome } from '../../../core/pms/outcome.ts';
import { keptUntil } from '../../../core/pms/sync/bookingSyncItem.ts';
import { afterCall, type Call } from '../../../core/pms/sync/propertyState.ts';
import { OWED_PREFIX, pmsMarkerKey, REFUSED_PREFIX } from '../../../core/portable/items/operations.ts';
import { logger } from '../../shared/logger.ts';
import { measure } from '../../shared/measure.ts';
import { ensureWake, sendWake } from '../../shared/pms/sendWake.ts';
import { changeState } from '../../shared/pms/state.ts';
import { circuitSettings } from '../config.ts';
import { note } from './ledger.ts';
import { mark, unmark } from './markers.ts';
import { DONE, type Result } from './order.ts';
import type { Settling } from './settling.ts';

/** Writes down what came of a call: in the booking's ledger first, then in the state of its PMS. */
export async function settleCall(settling: Settling): Promise<Result> {
  const { outcome, booking } = settling;
  switch (outcome.kind) {
    case 'delivered':
      measure('PMSSyncSuccess', 1);
      measure('PMSSyncDelay', Date.now() - Date.parse(booking.updated_at), MetricUnit.Milliseconds);
      await acknowledge(settling, outcome);
      await report(settling);
      return DONE;
    case 'permanent':
      measure('PMSSyncFailure', 1);
      await refuse(settling, outcome.reason);
      await report(settling);
      return { kind: 'refused', reason: outcome.reason };
    case 'temporary':
      measure('PMSSyncFailure', 1);
      await report(settling);
      return { kind: 'owed' };
    default:
      return outcome satisfies never;
  }
}

async function acknowledge({ order, booking, sync, state }: Settling, outcome: Outcome & { kind: 'delivered' }) {
  const { version, property_id: propertyId, booking_id: bookingId } = booking;
  if (outcome.warnings.length > 0) logger.warn('the PMS took it with warnings', { bookingId, why: outcome.warnings });
  await note(booking, sync, { kind: 'acknowledged', version, confirmationNumber: outcome.confirmationNumber });
  // On the usual path there are no markers, and nothing is written for them.
  if (order.isOwed || order.isRepeat || state.owes_since) {
    await unmark(pmsMarkerKey(propertyId, OWED_PREFIX, bookingId), version);
  }
  if (order.isRedrive || sync?.refused_version)
    await unmark(pmsMarkerKey(propertyId, REFUSED_PREFIX, bookingId), version);
}

async function refuse({ order, booking, sync }: Settling, reason: string): Promise<void> {
  const { version, property_id: propertyId, booking_id } = booking;
  const since = new Date().toISOString();
  const key = pmsMarkerKey(propertyId, REFUSED_PREFIX, booking_id);
  await mark({ ...key, booking_id, version, since, expiry_time: keptUntil(booking.departure) });
  await note(booking, sync, { kind: 'refused', version, reason });
  if (order.isOwed || order.isRepeat) await unmark(pmsMarkerKey(propertyId, OWED_PREFIX, booking_id), version);
}

/** Into the circuit. A probe that went well has the debt paid. */
async function report({ state, probe, outcome, target, order }: Settling): Promise<void> {
  const end: Call = {
    probe,
    isHealthy: isHealthy(outcome),
    error: outcome.kind === 'delivered' ? null : outcome.reason,
    retryAfterSeconds: outcome.kind === 'temporary' ? outcome.retryAfterSeconds : null,
  };
  const after = await changeState(state, (current) => {
    const next = afterCall(current, end, Date.now(), circuitSettings);
    return next === current ? current : { ...next, pms_kind: target.kind };
  });
  if (end.error !== null) {
    const { propertyId, bookingId } = order;
    logger.warn('the PMS did not take a booking', { propertyId, bookingId, circuit: after.circuit, reason: end.error });
  }
  // Who pays already goes on without a wake.
  if (order.isOwed || !end.isHealthy || !after.owes_since) return;
  if (probe === null) await ensureWake(target.kind, after, Date.now());
  else await sendWake(target.kind, after, { at: Date.now() });
}
