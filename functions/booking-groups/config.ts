import { environment } from '../shared/environment.ts';

const { inventory, bookings, catalog, operations, region } = environment({
  inventory: 'INVENTORY_TABLE',
  bookings: 'BOOKINGS_TABLE',
  catalog: 'CATALOG_TABLE',
  operations: 'OPERATIONS_TABLE',
  region: 'AWS_REGION',
});

/** What the function needs from its environment, read once. */
export const config = {
  region,
  catalog,
  /** As core/groups names them. */
  selling: { inventory, bookings, operations },
  tables: { Inventory: inventory, Bookings: bookings, Operations: operations, Catalog: catalog },
};
