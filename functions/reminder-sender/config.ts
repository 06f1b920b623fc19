import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
const texts = environment({
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  remindersQueue: 'REMINDERS_QUEUE',
  bus: 'EVENT_BUS',
  maxReceives: 'MAX_RECEIVES',
});

export const config = { ...texts, maxReceives: Number(texts.maxReceives) };
