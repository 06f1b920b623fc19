import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
const texts = environment({
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  remindersQueue: 'REMINDERS_QUEUE',
  dueQueue: 'REMINDERS_DUE_QUEUE',
  group: 'SCHEDULE_GROUP',
  roleArn: 'SCHEDULE_ROLE_ARN',
  targetArn: 'SCHEDULE_TARGET_ARN',
  deadLettersArn: 'SCHEDULE_DEAD_LETTERS_ARN',
  maxReceives: 'MAX_RECEIVES',
});

export const config = { ...texts, maxReceives: Number(texts.maxReceives) };
