import type { Pool, PoolConnection, RowDataPacket } from 'mysql2/promise';

/** One name for the whole server, as its locks are. */
const LOCK = 'keyrack.audit_migrations';
const PATIENCE_SECONDS = 30;

/**
 * Lets one caller at a time work. The lock belongs to the connection: it goes with a migrator that dies.
 * @throws when another migrator does not end within half a minute
 */
export async function withLock<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection();
  try {
    const [[row]] = await connection.execute<(RowDataPacket & { is_held: 0 | 1 | null })[]>(
      'SELECT GET_LOCK(?, ?) AS is_held',
      [LOCK, PATIENCE_SECONDS],
    );
    if (row.is_held !== 1) throw new Error('Another migrator is at work and does not end.');
    return await work(connection);
  } finally {
    // Closes the connection, and with it the lock, whatever state it is in.
    connection.destroy();
  }
}
