import { environment } from '../shared/environment.ts';

const { maxReceives, bookings, inventory, operations } = environment({
  maxReceives: 'MAX_RECEIVES',
  bookings: 'BOOKINGS_TABLE',
  inventory: 'INVENTORY_TABLE',
  operations: 'OPERATIONS_TABLE',
});

/** What the function needs from its environment, read once. */
export const config = {
  maxReceives: Number(maxReceives),
  tables: { Bookings: bookings, Inventory: inventory, Operations: operations },
};
