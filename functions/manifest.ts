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
