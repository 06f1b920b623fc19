import type { TableName } from '../core/portable/items/tables.ts';
import type { ObjectFieldKey, RootFieldKey } from '../generated/fieldKeys.ts';

/**
 * Every field that has a resolver, with its data source and code. Infra makes AppSync resources of it, the local cloud
 * runs what infra made, and a contract test holds schema, manifest and files together.
 */

export type { TableName } from '../core/portable/items/tables.ts';

/** A DynamoDB data source: its own table, and exactly the actions its resolvers need on each table. */
export type TableDataSource = {
  table: TableName;
  grants: Partial<Record<TableName, readonly `dynamodb:${string}`[]>>;
  /** Indexes of its own table that it queries. */
  indexes?: readonly string[];
};

export const tableDataSources = {
  /** Reads of properties and room types. */
  catalog: { table: 'Catalog', grants: { Catalog: ['dynamodb:GetItem', 'dynamodb:Query'] }, indexes: ['byListing'] },
  /** Changes of properties and room types. */
  catalogEditor: { table: 'Catalog', grants: { Catalog: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] } },
  /** Reads of calendar pages. */
  calendar: { table: 'Inventory', grants: { Inventory: ['dynamodb:Query'] } },
  /** Reads of bookings. */
  bookings: {
    table: 'Bookings',
    grants: { Bookings: ['dynamodb:GetItem', 'dynamodb:Query'] },
    indexes: ['byGuest', 'byProperty'],
  },
  /** Reads of overbookings. */
  overbookings: { table: 'Operations', grants: { Operations: ['dynamodb:Query'] }, indexes: ['byListing'] },
  /** Sales and cancellations: transactions over bookings and pages. */
  selling: {
    table: 'Bookings',
    grants: {
      Bookings: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Catalog: ['dynamodb:BatchGetItem'],
      Inventory: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
    },
  },
  /** How PMSs follow their properties' bookings. */
  pmsSync: {
    table: 'Operations',
    grants: {
      Operations: ['dynamodb:BatchGetItem', 'dynamodb:Query'],
      Catalog: ['dynamodb:BatchGetItem'],
    },
    indexes: ['byListing'],
  },
  /** Reads of reconciliation runs and what they found. */
  reconciliations: {
    table: 'Operations',
    grants: { Operations: ['dynamodb:Query'] },
    indexes: ['byListing'],
  },
  /** Notes on calendar pages that many want. */
  marking: { table: 'Inventory', grants: { Inventory: ['dynamodb:UpdateItem', 'dynamodb:GetItem'] } },
} as const satisfies Record<string, TableDataSource>;

/** Data sources that are functions, by their names in the functions' manifest. */
export const functionDataSources = [
  'setInventory',
  'auditTrail',
  'searchAvailability',
  'resolveOverbooking',
  'redrivePms',
  'deadLetters',
  'health',
  'reconciliationStarter',
] as const;

export type DataSourceName = keyof typeof tableDataSources | (typeof functionDataSources)[number] | 'none';

/** A step of a pipeline: `code` is the file's name in the field's folder. */
export type Step = { code: string; dataSource: DataSourceName };

/** A unit resolver's code is `<Type.field>.ts`; a pipeline's is `<Type.field>/index.ts`. */
export type ResolverEntry = { dataSource: DataSourceName } | { steps: readonly Step[] };

const sell = { code: 'sell', dataSource: 'selling' } as const;
const mark = { code: 'mark', dataSource: 'marking' } as const;
const enqueue = { code: 'enqueue', dataSource: 'selling' } as const;
const cancel = { code: 'cancel', dataSource: 'selling' } as const;
const read = { code: 'read', dataSource: 'selling' } as const;
const settle = { code: 'settle', dataSource: 'selling' } as const;
const catalogAndPages = [
  { code: 'catalog', dataSource: 'catalog' },
  { code: 'pages', dataSource: 'calendar' },
] as const;

export const resolvers = {
  'Query.property': { dataSource: 'catalog' },
  'Query.properties': { dataSource: 'catalog' },
  'Property.roomTypes': { dataSource: 'catalog' },
  'Property.pms': { dataSource: 'none' },
  'RoomType.property': { dataSource: 'catalog' },
  'Booking.property': { dataSource: 'catalog' },
  'Booking.roomType': { dataSource: 'catalog' },
  'Booking.pmsSync': { dataSource: 'pmsSync' },
  'Query.availability': { steps: catalogAndPages },
  'Query.calendar': { steps: catalogAndPages },
  'Query.searchAvailability': { dataSource: 'searchAvailability' },
  'Query.booking': { dataSource: 'bookings' },
  'Query.myBookings': { dataSource: 'bookings' },
  'Query.guestBookings': { dataSource: 'bookings' },
  'Query.propertyBookings': { dataSource: 'bookings' },
  'Query.auditTrail': { dataSource: 'auditTrail' },
  'Query.pmsSync': { dataSource: 'pmsSync' },
  'Query.pmsSyncs': { dataSource: 'pmsSync' },
  'PmsSync.pending': { dataSource: 'pmsSync' },
  'PmsSync.refused': { dataSource: 'pmsSync' },
  'Mutation.redrivePms': { dataSource: 'redrivePms' },
  'Mutation.putProperty': { dataSource: 'catalogEditor' },
  'Mutation.putRoomType': {
    steps: [
      { code: 'property', dataSource: 'catalogEditor' },
      { code: 'write', dataSource: 'catalogEditor' },
    ],
  },
  'Mutation.setInventory': { dataSource: 'setInventory' },
  // Who collided three times at once meets a crowd, and is served sooner in line.
  'Mutation.bookRoom': { steps: [read, read, sell, sell, sell, mark, enqueue, enqueue, settle] },
  // Ten steps are AppSync's limit. A cancellation of a night that many buy has the line's worker to get past.
  'Mutation.cancelBooking': { steps: [read, cancel, cancel, cancel, cancel, cancel, cancel, cancel, cancel, settle] },
  'Query.overbookings': { dataSource: 'overbookings' },
  'Mutation.resolveOverbooking': { dataSource: 'resolveOverbooking' },
  'Query.health': { dataSource: 'health' },
  'Query.deadLetterQueues': { dataSource: 'deadLetters' },
  'Query.deadLetters': { dataSource: 'deadLetters' },
  'Mutation.redriveDeadLetters': { dataSource: 'deadLetters' },
  'Mutation.discardDeadLetter': { dataSource: 'deadLetters' },
  'Query.reconciliationRuns': { dataSource: 'reconciliations' },
  'Query.reconciliationConflicts': { dataSource: 'reconciliations' },
  'Mutation.startReconciliation': { dataSource: 'reconciliationStarter' },
  // Publishing is a mutation without a data source: what functions send in goes out to those who subscribed.
  'Mutation.publishBookingChange': { dataSource: 'none' },
  'Mutation.publishAvailabilityChange': { dataSource: 'none' },
  'Mutation.publishOverbooking': { dataSource: 'none' },
  'Subscription.onOverbooking': { dataSource: 'none' },
  'Subscription.onBookingChanged': { dataSource: 'none' },
  'Subscription.onMyBookingChanged': { dataSource: 'none' },
  'Subscription.onAvailabilityChanged': { dataSource: 'none' },
} as const satisfies Record<RootFieldKey, ResolverEntry> & Partial<Record<ObjectFieldKey, ResolverEntry>>;
