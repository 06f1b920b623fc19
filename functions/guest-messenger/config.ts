import { environment } from '../shared/environment.ts';

const { maxReceives, ...texts } = environment({
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  from: 'MAIL_FROM',
  configurationSet: 'MAIL_CONFIGURATION_SET',
  maxReceives: 'MAX_RECEIVES',
});

/** What the function needs from its environment, read once. */
export const config = { ...texts, maxReceives: Number(maxReceives) };
