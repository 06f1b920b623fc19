import { randomUUID } from 'node:crypto';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { cloud } from '../cloud/cloud.ts';

/** A row of `booking_history`. */
export type Recorded = RowDataPacket & Record<string, string | number | null>;

/** Connections to the audit history (or another database), past the functions that write and read it. */
export function historyPool(database = 'bookingaudit'): Pool {
  return createPool({ uri: `${cloud.mysqlUrl}/${database}`, dateStrings: true, timezone: 'Z', connectionLimit: 8 });
}

/** An empty database for as long as the work takes. */
export async function withDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const database = `audit_${randomUUID().replaceAll('-', '')}`;
  const server = historyPool('');
  await server.query(`CREATE DATABASE ${database}`);
  const pool = historyPool(database);
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await server.query(`DROP DATABASE ${database}`);
    await server.end();
  }
}

/** What history holds of the bookings, by booking and version. */
export async function recordedOf(pool: Pool, ...bookingIds: string[]): Promise<Recorded[]> {
  const sql = 'SELECT * FROM booking_history WHERE booking_id IN (?) ORDER BY booking_id, version';
  const [rows] = await pool.query<Recorded[]>(sql, [bookingIds]);
  return rows;
}
