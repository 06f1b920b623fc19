import { type Arrivals, arrivalsDue } from '../../core/reminders/arrivalsDue.ts';
import { logger } from '../shared/logger.ts';
import { sendReminders } from '../shared/reminders/sendReminders.ts';
import { config } from './config.ts';
import { remindingProperties, type Reminding } from './remindingProperties.ts';

const HOUR_MS = 3_600_000;
/** More than from one sweep to the next, so that none is missed when one fails. */
const AHEAD_MS = 3 * HOUR_MS;
/** Schedules that failed, and what nobody worked at for a while. */
const BEHIND_MS = 6 * HOUR_MS;

/**
 * Every hour: has the bookings looked at whose reminders are due soon, or were a short time ago. So what no event tells of
 * takes effect, a new lead time of a property, and what was lost is found.
 */
export async function handler(): Promise<void> {
  const properties = await remindingProperties();
  const now = Date.now();
  const arrivals = new Map<string, Arrivals | null>();
  const messages = properties.flatMap((property) => {
    const kind = kindOf(property);
    // Thousands of properties share a time zone and a lead time.
    if (!arrivals.has(kind)) arrivals.set(kind, arrivalsDue(property, now - BEHIND_MS, now + AHEAD_MS));
    const due = arrivals.get(kind);
    return due ? [{ body: { propertyId: property.property_id, ...due }, group: property.property_id }] : [];
  });
  await sendReminders(config.remindersQueue, messages);
  logger.info('reminders are swept', { properties: properties.length, due: messages.length });
}

const kindOf = ({ time_zone, booking_policy }: Reminding): string => `${time_zone} ${booking_policy?.reminderHours}`;
