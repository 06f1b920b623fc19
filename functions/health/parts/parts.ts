import { config } from '../config.ts';
import { askAuditDatabase } from './auditDatabase.ts';
import { askPageCache } from './pageCache.ts';
import type { Part } from './probe.ts';
import { askTable } from './table.ts';
import { askTopic } from './topic.ts';

/** No item has this id: a `~` never occurs in one. */
const NOBODY = '~health';

const tables = {
  Inventory: { table: config.inventoryTable, key: { property_id: NOBODY, page: NOBODY } },
  Bookings: { table: config.bookingsTable, key: { booking_id: NOBODY } },
  Catalog: { table: config.catalogTable, key: { property_id: NOBODY, sk: NOBODY } },
  Operations: { table: config.operationsTable, key: { pk: NOBODY, sk: NOBODY } },
};

/** A sale reads and writes these. */
const SELLING = ['Inventory', 'Bookings', 'Catalog'];

/** All parts, by the names that docs/runbook.md explains. */
export const parts: Part[] = [
  ...Object.entries(tables).map(([name, { table, key }]) => ({
    name: `${name} table`,
    isEssential: SELLING.includes(name),
    ask: () => askTable(table, key),
  })),
  { name: 'Page cache', isEssential: false, ask: askPageCache },
  { name: 'Audit database', isEssential: false, ask: askAuditDatabase },
  ...config.work.topics.map(({ name, arn }) => ({
    name: `${name} topic`,
    isEssential: false,
    ask: () => askTopic(arn),
  })),
];
