import type { BookingItem } from '../../core/portable/items/booking.ts';
import { sendToDeadLetters } from '../shared/batch/deadLetters.ts';
import { logger } from '../shared/logger.ts';
import { refuse } from './refuse.ts';

const MESSAGE = 'The booking could not be made. Nothing was sold; please book again.';

/**
 * A booking that no try can serve: it leaves the line, so that those behind it are served, its guest hears of it, and a
 * dead letter tells staff.
 *
 * @param source ARN of the queue
 */
export async function giveUp(booking: BookingItem, reason: string, source: string): Promise<void> {
  const { booking_id, queue_key } = booking;
  logger.error('a booking in line is given up', { bookingId: booking_id, reason });
  const queueKey = queue_key ?? '';
  await sendToDeadLetters({
    source,
    body: JSON.stringify({ queueKey, bookingIds: [booking_id] }),
    reason,
    group: { id: queueKey, deduplicationId: booking_id },
  });
  await refuse({ request: booking, refusal: { type: 'Unavailable', message: MESSAGE } });
}
