import type { RowDataPacket } from 'mysql2/promise';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../functions/audit-migrator/migrate.ts';
import { migrations } from '../../../functions/audit-migrator/migrations.ts';
import { withDatabase } from '../../support/data/history.ts';

const names = migrations.map(({ name }) => name);

describe('migrations', () => {
  it('are carried out once, in their order', () =>
    withDatabase(async (pool) => {
      expect(await migrate(pool)).toEqual(names);
      expect(await migrate(pool)).toEqual([]);
    }));

  it('are carried out once by several migrators at the same time', () =>
    withDatabase(async (pool) => {
      const done = await Promise.all(Array.from({ length: 5 }, () => migrate(pool)));
      expect(done.flat()).toEqual(names);
    }));

  it('go on where they were interrupted, after part of a migration', () =>
    withDatabase(async (pool) => {
      await pool.query(migrations[0].statements[0]);
      await pool.query(migrations[1].statements[1]);
      expect(await migrate(pool)).toEqual(names);
      const [triggers] = await pool.query<RowDataPacket[]>('SHOW TRIGGERS');
      expect(triggers).toHaveLength(2);
    }));

  it('stop at the one that fails, named, and keep those before it', () =>
    withDatabase(async (pool) => {
      // A view can have no triggers.
      await pool.query('CREATE VIEW booking_history AS SELECT 1 AS id');
      await expect(migrate(pool)).rejects.toThrow(/002-append-only.*not.*BASE TABLE/i);
      const [log] = await pool.query<RowDataPacket[]>('SELECT name FROM audit_migrations');
      expect(log).toEqual([{ name: names[0] }]);
      await pool.query('DROP VIEW booking_history');
    }));
});
