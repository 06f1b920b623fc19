import { environment } from '../shared/environment.ts';

const { bookings, inventory, operations, catalog } = environment({
  bookings: 'BOOKINGS_TABLE',
  inventory: 'INVENTORY_TABLE',
  operations: 'OPERATIONS_TABLE',
  catalog: 'CATALOG_TABLE',
});

/** What the function needs from its environment, read once. */
export const tables = { Bookings: bookings, Inventory: inventory, Operations: operations, Catalog: catalog };
