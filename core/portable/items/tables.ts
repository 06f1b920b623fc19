/** The tables by the names that manifests and stacks use. */
export type TableName = 'Inventory' | 'Bookings' | 'Catalog' | 'Operations';
