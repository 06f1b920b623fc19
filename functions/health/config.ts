import { environment } from '../shared/environment.ts';
import { readWork } from '../shared/work/work.ts';

/** What the function needs from its environment, read once. */
export const config = {
  ...environment({
    inventoryTable: 'INVENTORY_TABLE',
    bookingsTable: 'BOOKINGS_TABLE',
    catalogTable: 'CATALOG_TABLE',
    operationsTable: 'OPERATIONS_TABLE',
  }),
  work: readWork(),
};
