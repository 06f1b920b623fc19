import { environment } from '../shared/environment.ts';

const { catalog, bookings, inventory, operations, region } = environment({
  catalog: 'CATALOG_TABLE',
  bookings: 'BOOKINGS_TABLE',
  inventory: 'INVENTORY_TABLE',
  operations: 'OPERATIONS_TABLE',
  region: 'AWS_REGION',
});

/** What the function needs from its environment, read once. */
export const config = {
  catalog,
  region,
  tables: { Bookings: bookings, Inventory: inventory, Operations: operations },
};
