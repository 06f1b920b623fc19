import type { ExecuteValues, Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise';

/** Beyond it the database counts as away; whoever asked tries again later. */
const STATEMENT_MS = 5_000;

/** The server takes no writes: MySQL's ER_OPTION_PREVENTS_STATEMENT. */
const READ_ONLY = 1290;

/** What a statement answers: rows of a SELECT, or what a write did. */
type Answer = RowDataPacket[] | ResultSetHeader;

/**
 * One prepared statement on a connection of the pool. The pool has a time-out for connecting only; here one stands over
 * preparing and answering too, after which the connection is given up: nobody knows what it still does.
 * @throws the database's error, with `errno` and `sqlState`; after five seconds without an answer
 */
export async function ask<T extends Answer>(pool: Pool, sql: string, values: ExecuteValues = []): Promise<T> {
  const connection = await pool.getConnection();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    connection.destroy();
    reject(new Error(`The audit history does not answer within ${STATEMENT_MS} ms.`));
  }, STATEMENT_MS);
  try {
    const [answer] = await Promise.race([connection.execute<T>(sql, values), late]);
    return answer;
  } catch (error) {
    // It leads to what was the writer before a failover.
    if ((error as { errno?: number }).errno === READ_ONLY) connection.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
    // Does nothing to a connection that was given up.
    connection.release();
  }
}
