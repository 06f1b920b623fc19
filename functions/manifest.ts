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
  pmsSyncWorker: {
    handler: 'functions/pms-sync-worker/handler.ts',
    description: 'Tells each property’s PMS of its bookings, and pays what is owed to a PMS that was away.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    triggers: [
      { queue: 'PmsWebhook', batchSize: 10, windowSeconds: 0, maxConcurrency: 10 },
      { queue: 'PmsOpenTravel', batchSize: 10, windowSeconds: 0, maxConcurrency: 10 },
    ],
    grants: {
      Bookings: ['dynamodb:GetItem'],
      Catalog: ['dynamodb:GetItem'],
      Operations: [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ],
    },
    indexes: { Bookings: ['byProperty'] },
    tables: { BOOKINGS_TABLE: 'Bookings', CATALOG_TABLE: 'Catalog', OPERATIONS_TABLE: 'Operations' },
    sends: { PMS_WEBHOOK_QUEUE: 'PmsWebhook', PMS_OPENTRAVEL_QUEUE: 'PmsOpenTravel' },
    secrets: ['keyrack/pms/'],
    settings: {
      MAX_RECEIVES: String(queues.PmsWebhook.maxReceives),
      MAX_RETRIES: '3',
      BACKOFF_RATE: '2',
      INITIAL_BACKOFF_SECONDS: '1',
      CALL_TIMEOUT_SECONDS: '10',
      CIRCUIT_FAILURES: '5',
      CIRCUIT_OPEN_SECONDS: '300',
    },
  },
  redrivePms: {
    handler: 'functions/redrive-pms/handler.ts',
    description: 'Has everything told to a property’s PMS again that it lacks.',
    memoryMiB: 256,
    timeoutSeconds: 25,
    grants: {
      Catalog: ['dynamodb:GetItem'],
      Operations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    tables: { CATALOG_TABLE: 'Catalog', OPERATIONS_TABLE: 'Operations' },
    sends: { PMS_WEBHOOK_QUEUE: 'PmsWebhook', PMS_OPENTRAVEL_QUEUE: 'PmsOpenTravel' },
  },
} as const satisfies Record<string, FunctionEntry>;
