import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({
  inventoryTable: 'INVENTORY_TABLE',
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  queueUrl: 'BOOKING_QUEUE_URL',
  maxReceives: 'MAX_RECEIVES',
});

/** As core/groupCommit names them. */
export const TABLES = { inventory: config.inventoryTable, bookings: config.bookingsTable };
