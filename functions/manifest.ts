import type { FunctionEntry } from './manifest/entry.ts';

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
  deadLetters: {
    handler: 'functions/dead-letters/handler.ts',
    description: 'Shows operators what was given up, sends it back to where it came from, or throws it away.',
    memoryMiB: 512,
    timeoutSeconds: 28,
    work: 'redrive',
  },
  health: {
    handler: 'functions/health/handler.ts',
    description: 'Asks every part how it is, and how far each consumer is behind.',
    memoryMiB: 512,
    timeoutSeconds: 10,
    grants: {
      Inventory: ['dynamodb:GetItem'],
      Bookings: ['dynamodb:GetItem'],
      Catalog: ['dynamodb:GetItem'],
      Operations: ['dynamodb:GetItem', 'dynamodb:Query'],
    },
    indexes: { Operations: ['byListing'] },
    tables: {
      INVENTORY_TABLE: 'Inventory',
      BOOKINGS_TABLE: 'Bookings',
      CATALOG_TABLE: 'Catalog',
      OPERATIONS_TABLE: 'Operations',
    },
    cache: true,
    audit: true,
    work: 'watch',
  },
} as const satisfies Record<string, FunctionEntry>;
