import type { FunctionEntry } from './entry.ts';

/** Of a function that changes bookings and frees their stock (functions/shared/waitlist). */
export const changesBookings = {
  grants: {
    Bookings: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
    Inventory: ['dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:UpdateItem'],
    Catalog: ['dynamodb:BatchGetItem'],
    Operations: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  tables: {
    BOOKINGS_TABLE: 'Bookings',
    INVENTORY_TABLE: 'Inventory',
    CATALOG_TABLE: 'Catalog',
    OPERATIONS_TABLE: 'Operations',
  },
} as const satisfies Pick<FunctionEntry, 'grants' | 'tables'>;
