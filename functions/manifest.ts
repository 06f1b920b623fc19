import type { FunctionEntry } from './manifest/entry.ts';
import { queues } from './manifest/messaging.ts';

/** The Lambda functions: what starts each, what it may do, what it needs to know. Handler paths are strings to infra. */

export type { TableName } from '../core/portable/tables.ts';
export type { FunctionEntry, QueueTrigger, StreamTrigger } from './manifest/entry.ts';
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
    timeoutSeconds: 10,
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
  reconciliationStarter: {
    handler: 'functions/reconciliation-starter/handler.ts',
    description: 'Starts a reconciliation for an operator.',
    memoryMiB: 256,
    timeoutSeconds: 15,
    grants: { Operations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    tables: { OPERATIONS_TABLE: 'Operations' },
  },
  reconciliationRun: {
    handler: 'functions/reconciliation-run/handler.ts',
    description: 'Begins and ends runs of the reconciliation.',
    memoryMiB: 256,
    timeoutSeconds: 20,
    grants: {
      Operations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Inventory: ['dynamodb:DescribeTable'],
    },
    tables: { OPERATIONS_TABLE: 'Operations', INVENTORY_TABLE: 'Inventory' },
    // As many as an inline Map state keeps under way.
    settings: { MOST_SEGMENTS: '40' },
  },
  reconciliationChecker: {
    handler: 'functions/reconciliation-checker/handler.ts',
    description:
      'Checks a part of the calendar against cache, bookings, audit history and PMSs, and heals what differs.',
    // One whole processor: unpacking pages is most of its work.
    memoryMiB: 1792,
    timeoutSeconds: 60,
    grants: {
      Inventory: [
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ],
      Bookings: ['dynamodb:BatchGetItem'],
      Catalog: ['dynamodb:BatchGetItem'],
      Operations: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem'],
    },
    indexes: { Bookings: ['byProperty'] },
    scans: { Bookings: ['byQueue'] },
    tables: {
      INVENTORY_TABLE: 'Inventory',
      BOOKINGS_TABLE: 'Bookings',
      CATALOG_TABLE: 'Catalog',
      OPERATIONS_TABLE: 'Operations',
    },
    sends: {
      OVERBOOKING_QUEUE: 'OverbookingWork',
      PMS_WEBHOOK_QUEUE: 'PmsWebhook',
      PMS_OPENTRAVEL_QUEUE: 'PmsOpenTravel',
      BOOKING_QUEUE_URL: 'BookingQueue',
    },
    cache: true,
    audit: true,
  },
} as const satisfies Record<string, FunctionEntry>;
