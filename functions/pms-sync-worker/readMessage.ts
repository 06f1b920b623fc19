import type { Wake } from '../../core/pms/sync/wake.ts';
import { PoisonError } from '../shared/batch/poison.ts';

/** Of a booking's event this much is read: everything else is as the tables have it now. */
export type BookingMessage = { propertyId: string; bookingId: string; version: number };

/** @throws {PoisonError} for a body that is neither */
export function readMessage(body: string): BookingMessage | Wake {
  const message = parse(body);
  if (typeof message.wake === 'string' && typeof message.at === 'string') return message as Wake;
  const { propertyId, bookingId, version } = message;
  if (typeof propertyId !== 'string' || typeof bookingId !== 'string' || typeof version !== 'number') {
    throw new PoisonError('The message is neither of a booking nor a wake.');
  }
  return { propertyId, bookingId, version };
}

function parse(body: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(body) as Record<string, unknown>) };
  } catch {
    throw new PoisonError('The message is not JSON.');
  }
}
