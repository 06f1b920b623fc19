import { roundDelay } from '../../../core/pms/policy/nextDelay.ts';
import { keptUntil } from '../../../core/pms/sync/bookingSyncItem.ts';
import { admit } from '../../../core/pms/sync/propertyState.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import { OWED_PREFIX, pmsMarkerKey } from '../../../core/portable/items/operations.ts';
import type { BookingSyncItem, PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { ensureWake } from '../../shared/pms/sendWake.ts';
import { owe } from '../../shared/pms/state.ts';
import { readTarget } from '../../shared/pms/target.ts';
import { circuitSettings, retryPolicy } from '../config.ts';
import { note } from './ledger.ts';
import { mark } from './markers.ts';
import type { Order, Result } from './order.ts';

/**
 * Takes a booking into the debt. The order matters: once the property owes, the payer must find the marker, so whoever
 * dies in between leaves a marker too many and never one too few.
 */
export async function oweBooking(order: Order, booking: BookingItem, sync: BookingSyncItem | null): Promise<Result> {
  const owed: Result = { kind: 'owed' };
  if (order.isOwed) return owed;
  const { version, booking_id, property_id } = booking;
  const since = new Date().toISOString();
  const key = pmsMarkerKey(property_id, OWED_PREFIX, booking_id);
  await mark({ ...key, booking_id, version, since, expiry_time: keptUntil(booking.departure) });
  await note(booking, sync, { kind: 'changed', version });
  const state = await owe(property_id);
  const target = await readTarget(property_id);
  if (target) await ensureWake(target.kind, state, nextRound(state));
  return owed;
}

/** When the owed is tried next, epoch milliseconds: as soon as the circuit lets it, and later with each round in vain. */
export function nextRound(state: PmsStateItem): number {
  const now = Date.now();
  const admission = admit(state, now, circuitSettings);
  if (admission.kind === 'refused') return admission.until;
  return now + roundDelay(state.unpaid_rounds ?? 0, retryPolicy, circuitSettings.openSeconds) * 1000;
}
