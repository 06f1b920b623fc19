import type { PoolConnection, RowDataPacket } from 'mysql2/promise';
import type { UmzugStorage } from 'umzug';

const TABLE = `CREATE TABLE IF NOT EXISTS audit_migrations (
  name VARCHAR(128) NOT NULL PRIMARY KEY,
  applied_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;

/** Which migrations the database has seen, kept beside what they made. */
export const migrationLog: UmzugStorage<PoolConnection> = {
  async executed({ context }) {
    await context.query(TABLE);
    const [rows] = await context.query<(RowDataPacket & { name: string })[]>('SELECT name FROM audit_migrations');
    return rows.map(({ name }) => name);
  },
  async logMigration({ context, name }) {
    await context.execute('INSERT INTO audit_migrations (name, applied_at) VALUES (?, UTC_TIMESTAMP(3))', [name]);
  },
  unlogMigration() {
    throw new Error('History is not migrated back: a fault is mended by a further migration.');
  },
};
