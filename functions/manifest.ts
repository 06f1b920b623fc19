/** The Lambda functions: what starts each, what it may do, what it needs to know. Handler paths are strings to infra. */

export type TableName = 'Inventory' | 'Bookings' | 'Catalog';

export type FunctionEntry = {
  /** From the project's root. */
  handler: string;
  description: string;
  memoryMiB: number;
  timeoutSeconds: number;
  reservedConcurrency?: number;
  /** Exactly the actions it needs on each table. */
  grants: Partial<Record<TableName, readonly `dynamodb:${string}`[]>>;
  /** Environment variable -> table whose name it carries. */
  tables: Record<string, TableName>;
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
} as const satisfies Record<string, FunctionEntry>;
