import type { FunctionEntry } from './manifest/entry.ts';
import { queues } from './manifest/messaging.ts';

/** The Lambda functions: what starts each, what it may do, what it needs to know. Handler paths are strings to infra. */

export type { TableName } from '../core/portable/tables.ts';
export type { FunctionEntry, QueueTrigger, ScheduleTrigger, StreamTrigger } from './manifest/entry.ts';
export { type QueueEntry, type QueueName, queues, type TopicName, topics } from './manifest/messaging.ts';

export const functions = {
  setInventory: {
    handler: 'functions/set-inventory/handler.ts',
    description: 'Sets stock, rates and restrictions page by page.',
    memoryMiB: 512,
    timeoutSeconds: 25,
    grants: {
      Inventory: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Catalog: ['dynamodb:BatchGetItem'],
    },
    tables: { INVENTORY_TABLE: 'Inventory', CATALOG_TABLE: 'Catalog' },
  },
  bookingEvents: {
    handler: 'functions/booking-events/handler.ts',
    description: 'The outbox: tells subscribers and the topic of every booking that was written.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [{ stream: 'Bookings', batchSize: 100, parallelization: 10, retries: 10 }],
    grants: { Catalog: ['dynamodb:GetItem'] },
    tables: { CATALOG_TABLE: 'Catalog' },
    announces: { BOOKING_EVENTS_TOPIC: 'BookingEvents' },
    publishes: ['publishBookingChange'],
  },
  auditMigrator: {
    handler: 'functions/audit-migrator/handler.ts',
    description: 'Brings the tables of the audit history up to date.',
    memoryMiB: 512,
    timeoutSeconds: 110,
    audit: true,
    calledByDeployment: true,
  },
  auditWriter: {
    handler: 'functions/audit-writer/handler.ts',
    description: 'Writes every version of every booking into the audit history.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    // A hundred in one INSERT; ten writers of four connections stay far below what a small database takes.
    triggers: [{ queue: 'Audit', batchSize: 100, windowSeconds: 1, maxConcurrency: 10 }],
    audit: true,
    settings: { MAX_RECEIVES: String(queues.Audit.maxReceives) },
  },
  auditTrail: {
    handler: 'functions/audit-trail/handler.ts',
    description: 'Reads what became of a booking.',
    memoryMiB: 512,
    timeoutSeconds: 15,
    audit: true,
  },
  cacheUpdater: {
    handler: 'functions/cache-updater/handler.ts',
    description: 'Brings every written page into the cache and tells subscribers of its changed nights.',
    memoryMiB: 512,
    timeoutSeconds: 60,
    triggers: [
      {
        stream: 'Inventory',
        // Some 7 KB a record as JSON; an event may have 6 MB.
        batchSize: 300,
        parallelization: 10,
        retries: 10,
        // Pages are only removed by their expiry, a year after the cache forgot them.
        filters: [{ eventName: ['INSERT', 'MODIFY'] }],
      },
    ],
    grants: { Inventory: ['dynamodb:GetItem'] },
    tables: { INVENTORY_TABLE: 'Inventory' },
    publishes: ['publishAvailabilityChange'],
    cache: true,
  },
  bookingQueueWaker: {
    handler: 'functions/booking-queue-waker/handler.ts',
    description: 'Wakes who serves the line that a booking came to stand in.',
    memoryMiB: 256,
    timeoutSeconds: 15,
    triggers: [
      {
        stream: 'Bookings',
        batchSize: 100,
        // One batch tells of a whole crowd: more at once would only be more messages for the same lines.
        parallelization: 1,
        retries: 10,
        filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { status: { S: ['QUEUED'] } } } }],
      },
    ],
    sends: { BOOKING_QUEUE_URL: 'BookingQueue' },
  },
  bookingQueueWorker: {
    handler: 'functions/booking-queue-worker/handler.ts',
    description: 'Confirms or refuses the bookings that stand in line, many in one transaction.',
    memoryMiB: 1024,
    // Short: while a message is in flight, or waits for its next receive after a crash, nobody else serves its line.
    timeoutSeconds: 6,
    triggers: [{ queue: 'BookingQueue', batchSize: 10, windowSeconds: 0 }],
    grants: {
      Bookings: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem'],
      Inventory: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
      Catalog: ['dynamodb:BatchGetItem'],
    },
    indexes: { Bookings: ['byQueue'] },
    tables: { INVENTORY_TABLE: 'Inventory', BOOKINGS_TABLE: 'Bookings', CATALOG_TABLE: 'Catalog' },
    sends: { BOOKING_QUEUE_URL: 'BookingQueue' },
    settings: { MAX_RECEIVES: `${queues.BookingQueue.maxReceives}` },
  },
  searchAvailability: {
    handler: 'functions/search-availability/handler.ts',
    description: 'Finds the properties that can sell a stay: in the cache, or in the tables where it is away.',
    memoryMiB: 1_769,
    timeoutSeconds: 25,
    grants: { Inventory: ['dynamodb:Query'], Catalog: ['dynamodb:Query'] },
    indexes: { Catalog: ['byPlace'] },
    tables: { INVENTORY_TABLE: 'Inventory', CATALOG_TABLE: 'Catalog' },
    cache: true,
  },
  catalogCache: {
    handler: 'functions/catalog-cache/handler.ts',
    description: 'Brings every changed property with its room types into the cache.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [{ stream: 'Catalog', batchSize: 100, parallelization: 2, retries: 10 }],
    grants: { Catalog: ['dynamodb:Query'] },
    tables: { CATALOG_TABLE: 'Catalog' },
    cache: true,
  },
  hotBookingChecker: {
    handler: 'functions/hot-booking-checker/handler.ts',
    description: 'Looks at every write of a calendar page for overbooked nights, lost writes and hot pages.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [{ stream: 'Inventory', batchSize: 100, parallelization: 10, retries: 10 }],
    grants: { Catalog: ['dynamodb:BatchGetItem'], Operations: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    tables: { CATALOG_TABLE: 'Catalog', OPERATIONS_TABLE: 'Operations' },
    sends: { OVERBOOKING_WORK_QUEUE: 'OverbookingWork' },
    settings: { MOST_WRITES_A_MINUTE: '600' },
  },
  overbookingResolver: {
    handler: 'functions/overbooking-resolver/handler.ts',
    description: 'Moves stays out of overbooked nights, or hands them to staff.',
    memoryMiB: 1024,
    timeoutSeconds: 15,
    triggers: [{ queue: 'OverbookingWork', batchSize: 10, windowSeconds: 0 }],
    grants: {
      Catalog: ['dynamodb:Query'],
      Inventory: ['dynamodb:Query', 'dynamodb:UpdateItem'],
      Bookings: ['dynamodb:UpdateItem'],
      Operations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    },
    indexes: { Catalog: ['byGroup'], Bookings: ['byProperty'] },
    tables: {
      INVENTORY_TABLE: 'Inventory',
      BOOKINGS_TABLE: 'Bookings',
      CATALOG_TABLE: 'Catalog',
      OPERATIONS_TABLE: 'Operations',
    },
    settings: { MAX_RECEIVES: String(queues.OverbookingWork.maxReceives) },
  },
  overbookingEvents: {
    handler: 'functions/overbooking-events/handler.ts',
    description: 'The outbox of overbookings: tells subscribers of every change, and alerts staff.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [
      {
        stream: 'Operations',
        batchSize: 100,
        parallelization: 10,
        retries: 10,
        filters: [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'OVERBOOKING#' }] } } } }],
      },
    ],
    grants: { Operations: [] },
    indexes: { Operations: ['byListing'] },
    tables: { OPERATIONS_TABLE: 'Operations' },
    announces: { ALERTS_TOPIC: 'Alerts' },
    publishes: ['publishOverbooking'],
  },
  overbookingWatch: {
    handler: 'functions/overbooking-watch/handler.ts',
    description: 'Counts open overbookings every minute and has them looked at again.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [{ everyMinutes: 1 }],
    grants: { Operations: [] },
    indexes: { Operations: ['byListing'] },
    tables: { OPERATIONS_TABLE: 'Operations' },
    sends: { OVERBOOKING_WORK_QUEUE: 'OverbookingWork' },
  },
  resolveOverbooking: {
    handler: 'functions/resolve-overbooking/handler.ts',
    description: 'Moves a booking, walks its guest or accepts an overbooking, as staff decided.',
    memoryMiB: 1024,
    timeoutSeconds: 25,
    grants: {
      Catalog: ['dynamodb:Query'],
      Inventory: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
      Bookings: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Operations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    },
    tables: {
      INVENTORY_TABLE: 'Inventory',
      BOOKINGS_TABLE: 'Bookings',
      CATALOG_TABLE: 'Catalog',
      OPERATIONS_TABLE: 'Operations',
    },
  },
} as const satisfies Record<string, FunctionEntry>;
