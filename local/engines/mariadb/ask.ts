import { type Connection, createConnection } from 'mysql2/promise';

const PATIENCE_MS = 2_000;

/** Where a database server is, and an account with all rights there. */
export type MariaDbAddress = { host: string; port: number; user: string; password: string };

/** Connects for as long as `work` takes. @throws when it does not answer in time or refuses */
export async function askMariaDb<Answer>(
  { host, port, user, password }: MariaDbAddress,
  work: (connection: Connection) => Promise<Answer>,
): Promise<Answer> {
  const connection = await createConnection({ host, port, user, password, connectTimeout: PATIENCE_MS });
  try {
    return await work(connection);
  } finally {
    connection.destroy();
  }
}
