import { environment } from '../shared/environment.ts';

const { maxReceives, bookings, inventory, operations, catalog, queueUrl } = environment({
  maxReceives: 'MAX_RECEIVES',
  bookings: 'BOOKINGS_TABLE',
  inventory: 'INVENTORY_TABLE',
  operations: 'OPERATIONS_TABLE',
  catalog: 'CATALOG_TABLE',
  queueUrl: 'HOLD_EXPIRY_QUEUE',
});

/** What the function needs from its environment, read once. */
export const config = {
  maxReceives: Number(maxReceives),
  queueUrl,
  tables: { Bookings: bookings, Inventory: inventory, Operations: operations, Catalog: catalog },
};
