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
} as const satisfies Record<string, FunctionEntry>;
