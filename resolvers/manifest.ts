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
    grants: { Bookings: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] },
    indexes: ['byGuest', 'byProperty', 'byName', 'byLastName', 'byReference'],
  },
  /** Reads of overbookings. */
  overbookings: { table: 'Operations', grants: { Operations: ['dynamodb:Query'] }, indexes: ['byListing'] },
  /** Sales and changes: transactions over bookings, pages and the claims of guests. */
  selling: {
    table: 'Bookings',
    grants: {
      Bookings: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem'],
      Catalog: ['dynamodb:BatchGetItem'],
      Inventory: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
      Operations: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    },
  },
  /** Reads of waiting lists. */
  waitlist: { table: 'Operations', grants: { Operations: ['dynamodb:Query'] } },
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
  /** Guests who take over what staff booked for them. */
  claiming: {
    table: 'Bookings',
    grants: { Bookings: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:UpdateItem'] },
  },
  /** What guests were written. */
  messages: { table: 'Operations', grants: { Operations: ['dynamodb:Query'] } },
  /** Notes on calendar pages that many want. */
  marking: { table: 'Inventory', grants: { Inventory: ['dynamodb:UpdateItem', 'dynamodb:GetItem'] } },
  /** Reads of groups with their bookings. */
  groups: {
    table: 'Operations',
    grants: { Operations: ['dynamodb:GetItem'], Bookings: ['dynamodb:BatchGetItem'] },
  },
} as const satisfies Record<string, TableDataSource>;

/** Data sources that are functions, by their names in the functions' manifest. */
export const functionDataSources = [
  'setInventory',
  'freeStock',
  'auditTrail',
  'searchAvailability',
  'resolveOverbooking',
  'redrivePms',
  'deadLetters',
  'health',
  'reconciliationStarter',
  'eraseGuest',
  'bookingGroups',
  'startPayment',
] as const;

export type DataSourceName = keyof typeof tableDataSources | (typeof functionDataSources)[number] | 'none';

/** A step of a pipeline. `code` is the file's name in the field's folder, or `<room>/<name>` of one in `steps/`. */
export type Step = { code: string; dataSource: DataSourceName };

/** Where the code of a field's step lies, below resolvers/ and without its ending. */
export function stepFile(field: string, { code }: Step): string {
  return code.includes('/') ? `steps/${code}` : `${field}/${code}`;
}

/** A unit resolver's code is `<Type.field>.ts`; a pipeline's is `<Type.field>/index.ts`. */
export type ResolverEntry = { dataSource: DataSourceName } | { steps: readonly Step[] };

const read = { code: 'selling/read', dataSource: 'selling' } as const;
const sell = { code: 'selling/sell', dataSource: 'selling' } as const;
const mark = { code: 'selling/mark', dataSource: 'marking' } as const;
const enqueue = { code: 'selling/enqueue', dataSource: 'selling' } as const;
const join = { code: 'join', dataSource: 'selling' } as const;
const settle = { code: 'selling/settle', dataSource: 'selling' } as const;
const sale = [read, read, sell, sell, sell, mark, enqueue, enqueue, settle] as const;
const readBooking = { code: 'changing/read', dataSource: 'selling' } as const;
const home = { code: 'changing/home', dataSource: 'catalog' } as const;
const change = { code: 'change', dataSource: 'selling' } as const;
const terms = { code: 'terms', dataSource: 'selling' } as const;
const settleChange = { code: 'changing/settle', dataSource: 'selling' } as const;
const claim = { code: 'claim', dataSource: 'claiming' } as const;
/** One look at both indexes of names; a page that is not full takes another. */
const names = [
  { code: 'byName', dataSource: 'bookings' },
  { code: 'byLastName', dataSource: 'bookings' },
] as const;
const readGroup = { code: 'groups/read', dataSource: 'groups' } as const;
const readMembers = { code: 'groups/members', dataSource: 'groups' } as const;
const free = { code: 'changing/free', dataSource: 'freeStock' } as const;
/**
 * What collides three times, or frees what somebody waits for, is written by a function, which can wait between its tries;
 * and once more, where somebody else changed the booking meanwhile.
 */
const changing = [readBooking, home, change, change, change, free, change, free, settleChange] as const;
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
  'Booking.holdSecondsLeft': { dataSource: 'none' },
  'Booking.messages': { dataSource: 'messages' },
  'Query.availability': { steps: catalogAndPages },
  'Query.calendar': { steps: catalogAndPages },
  'Query.searchAvailability': { dataSource: 'searchAvailability' },
  'Query.booking': { dataSource: 'bookings' },
  'Query.myBookings': { dataSource: 'bookings' },
  'Query.guestBookings': { dataSource: 'bookings' },
  'Query.propertyBookings': {
    steps: [
      { code: 'list', dataSource: 'bookings' },
      { code: 'byReference', dataSource: 'bookings' },
      ...names,
      ...names,
      ...names,
      { code: 'fetch', dataSource: 'bookings' },
    ],
  },
  'Query.auditTrail': { dataSource: 'auditTrail' },
  'Query.pmsSync': { dataSource: 'pmsSync' },
  'Query.pmsSyncs': { dataSource: 'pmsSync' },
  'PmsSync.pending': { dataSource: 'pmsSync' },
  'PmsSync.refused': { dataSource: 'pmsSync' },
  'Mutation.redrivePms': { dataSource: 'redrivePms' },
  'Mutation.putProperty': { dataSource: 'catalogEditor' },
  'Mutation.moveHomeRegion': { dataSource: 'catalogEditor' },
  'Mutation.putRoomType': {
    steps: [
      { code: 'property', dataSource: 'catalogEditor' },
      { code: 'write', dataSource: 'catalogEditor' },
    ],
  },
  'Mutation.setInventory': { dataSource: 'setInventory' },
  // Who collided three times at once meets a crowd, and is served sooner in line.
  'Mutation.bookRoom': { steps: sale },
  'Mutation.holdRoom': { steps: sale },
  'Mutation.requestBooking': { steps: [read, read, enqueue, enqueue, enqueue, settle] },
  'Mutation.extendHold': { steps: changing },
  'Mutation.releaseHold': { steps: changing },
  'Mutation.confirmBooking': { steps: changing },
  'Mutation.approveBooking': { steps: changing },
  'Mutation.declineBooking': { steps: changing },
  // After the first attempt, fresh terms for a booking that somebody else changed meanwhile.
  'Mutation.modifyBooking': {
    steps: [readBooking, terms, change, change, free, terms, change, change, free, settleChange],
  },
  'Mutation.cancelBooking': { steps: changing },
  'Mutation.checkIn': { steps: changing },
  'Mutation.checkOut': { steps: changing },
  'Mutation.markNoShow': { steps: changing },
  'Mutation.claimBooking': {
    steps: [
      { code: 'find', dataSource: 'bookings' },
      { code: 'read', dataSource: 'claiming' },
      home,
      claim,
      claim,
      claim,
      { code: 'settle', dataSource: 'claiming' },
    ],
  },
  'Mutation.eraseGuest': { dataSource: 'eraseGuest' },
  'Mutation.startPayment': { steps: [readBooking, { code: 'start', dataSource: 'startPayment' }] },
  'Mutation.joinWaitlist': {
    steps: [read, read, join, join, join, join, join, join, settle],
  },
  'Mutation.leaveWaitlist': { steps: changing },
  'Query.myWaitlist': { dataSource: 'bookings' },
  'Query.waitlist': { dataSource: 'waitlist' },
  'WaitlistEntry.position': { dataSource: 'waitlist' },
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
  'Query.bookingGroup': { steps: [readGroup, readMembers] },
  'Mutation.bookGroup': { dataSource: 'bookingGroups' },
  'Mutation.cancelGroup': { steps: [readGroup, readMembers, home, { code: 'cancel', dataSource: 'bookingGroups' }] },
  'Subscription.onOverbooking': { dataSource: 'none' },
  'Subscription.onBookingChanged': { dataSource: 'none' },
  'Subscription.onMyBookingChanged': { dataSource: 'none' },
  'Subscription.onAvailabilityChanged': { dataSource: 'none' },
} as const satisfies Record<RootFieldKey, ResolverEntry> & Partial<Record<ObjectFieldKey, ResolverEntry>>;
