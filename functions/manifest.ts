/** The Lambda functions: what starts each, what it may do, what it needs to know. Handler paths are strings to infra. */

export type TableName = 'Inventory' | 'Bookings' | 'Catalog';

/** Starts a function with what was written to a table, in the order of each item's writes. */
export type StreamTrigger = {
  stream: TableName;
  batchSize: number;
  /** Batches under way at once for each shard; the writes of one item stay in order. */
  parallelization: number;
  /** Before a record goes to the dead letter queue. Batches are halved to find it. */
  retries: number;
};

export type FunctionEntry = {
  /** From the project's root. */
  handler: string;
  description: string;
  memoryMiB: number;
  timeoutSeconds: number;
  reservedConcurrency?: number;
  trigger?: StreamTrigger;
  /** Exactly the actions it needs on each table. */
  grants?: Partial<Record<TableName, readonly `dynamodb:${string}`[]>>;
  /** Environment variable -> table whose name it carries. */
  tables?: Record<string, TableName>;
  /** Mutations of the API that it sends; the API's address is in GRAPHQL_URL. */
  publishes?: readonly string[];
};

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
    description: 'The outbox: tells subscribers of every booking that was written.',
    memoryMiB: 512,
    timeoutSeconds: 30,
    trigger: { stream: 'Bookings', batchSize: 100, parallelization: 10, retries: 10 },
    publishes: ['publishBookingChange'],
  },
} as const satisfies Record<string, FunctionEntry>;
