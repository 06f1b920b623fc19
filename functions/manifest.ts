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
} as const satisfies Record<string, FunctionEntry>;
