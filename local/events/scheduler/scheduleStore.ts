import type { DatabaseSync } from 'node:sqlite';
import type { ScheduleBody } from './scheduleShape.ts';

export type StoredSchedule = {
  body: ScheduleBody;
  /** Whether the template declares it; else a call made it. */
  origin: 'template' | 'call';
  clientToken: string | null;
  /** Epoch milliseconds. */
  createdAt: number;
  changedAt: number;
  /** When it is due; null when it is off or done. Epoch milliseconds. */
  nextAt: number | null;
};

export type ScheduleStore = {
  get(group: string, name: string): StoredSchedule | undefined;
  put(schedule: StoredSchedule): void;
  remove(group: string, name: string): void;
  /** By group and name. */
  list(): StoredSchedule[];
  due(now: number, limit: number): StoredSchedule[];
  /** When the next one is due; null when none is. */
  nextDueAt(): number | null;
};

export function createScheduleStore(database: DatabaseSync): ScheduleStore {
  const get = database.prepare('SELECT schedule FROM schedules WHERE group_name = ? AND name = ?');
  const put = database.prepare(
    'INSERT OR REPLACE INTO schedules (group_name, name, next_at, schedule) VALUES (?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM schedules WHERE group_name = ? AND name = ?');
  const list = database.prepare('SELECT schedule FROM schedules ORDER BY group_name, name');
  const due = database.prepare('SELECT schedule FROM schedules WHERE next_at <= ? ORDER BY next_at LIMIT ?');
  const next = database.prepare('SELECT min(next_at) AS at FROM schedules');
  const read = (row: Record<string, unknown>): StoredSchedule => JSON.parse(String(row.schedule)) as StoredSchedule;
  return {
    get: (group, name) => {
      const row = get.get(group, name);
      return row === undefined ? undefined : read(row);
    },
    put: (schedule) => {
      const { GroupName, Name } = schedule.body;
      put.run(GroupName, Name, schedule.nextAt, JSON.stringify(schedule));
    },
    remove: (group, name) => void remove.run(group, name),
    list: () => list.all().map(read),
    due: (now, limit) => due.all(now, limit).map(read),
    nextDueAt: () => (next.get()?.at ?? null) as number | null,
  };
}
