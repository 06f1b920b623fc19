import type { TableName } from '../../../core/portable/items/tables.ts';

/** The tables' physical names by those of the manifest. */
export type AllTables = Record<TableName, string>;
