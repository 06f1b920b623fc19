import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
const texts = environment({
  inventoryTable: 'INVENTORY_TABLE',
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  region: 'AWS_REGION',
  maxReceives: 'MAX_RECEIVES',
});

export const config = {
  ...texts,
  maxReceives: Number(texts.maxReceives),
  tables: { Inventory: texts.inventoryTable, Bookings: texts.bookingsTable, Operations: texts.operationsTable },
};
