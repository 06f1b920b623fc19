import type { DatabaseSync } from 'node:sqlite';
import type { Delivery } from './delivery.ts';

/** Deliveries that are not done, by the time of their next try. */
export type DeliveryStore = {
  put(delivery: Delivery, dueAt: number): void;
  remove(id: string): void;
  /** The ones due, oldest first. */
  due(now: number, limit: number): Delivery[];
  /** When the next one is due; null when there is none. */
  nextDueAt(after: number): number | null;
  count(): number;
};

export function createDeliveryStore(database: DatabaseSync): DeliveryStore {
  const insert = database.prepare('INSERT OR REPLACE INTO deliveries (id, due_at, delivery) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM deliveries WHERE id = ?');
  const due = database.prepare('SELECT delivery FROM deliveries WHERE due_at <= ? ORDER BY due_at, rowid LIMIT ?');
  const next = database.prepare('SELECT min(due_at) AS at FROM deliveries WHERE due_at > ?');
  const count = database.prepare('SELECT count(*) AS count FROM deliveries');
  return {
    put: (delivery, dueAt) => void insert.run(delivery.id, Math.ceil(dueAt), JSON.stringify(delivery)),
    remove: (id) => void remove.run(id),
    due: (now, limit) => due.all(now, limit).map((row) => JSON.parse(String(row.delivery)) as Delivery),
    nextDueAt: (after) => (next.get(after)?.at ?? null) as number | null,
    count: () => Number(count.get()?.count),
  };
}
