import type { Pool, PoolConnection } from 'mysql2/promise';
import { Umzug } from 'umzug';
import { withLock } from './lock.ts';
import { migrations } from './migrations.ts';
import { migrationLog } from './migrationLog.ts';

/**
 * Carries out the migrations that the database has not seen, in their order; one migrator at a time. MySQL commits with
 * every change of a table, so a migration that was interrupted begins anew and must bear it.
 * @returns names of those carried out
 * @throws naming the migration that failed; those before it stay done
 */
export function migrate(pool: Pool): Promise<string[]> {
  return withLock(pool, async (connection) => {
    const umzug = new Umzug<PoolConnection>({
      migrations: migrations.map(({ name, statements }) => ({
        name,
        up: async () => {
          for (const statement of statements) await connection.query(statement);
        },
      })),
      context: connection,
      storage: migrationLog,
      logger: undefined,
    });
    const done = await umzug.up();
    return done.map(({ name }) => name);
  });
}
