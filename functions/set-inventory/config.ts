import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({
  inventoryTable: 'INVENTORY_TABLE',
  catalogTable: 'CATALOG_TABLE',
  bookingsTable: 'BOOKINGS_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  region: 'AWS_REGION',
});

export const tables = {
  Inventory: config.inventoryTable,
  Catalog: config.catalogTable,
  Bookings: config.bookingsTable,
  Operations: config.operationsTable,
};
