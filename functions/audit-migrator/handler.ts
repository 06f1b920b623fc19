import { auditPool } from '../shared/audit/auditPool.ts';
import { logger } from '../shared/logger.ts';
import { migrate } from './migrate.ts';

/**
 * Brings the tables of the audit history up to date. Every deployment calls it before it updates the functions that use
 * them, and stops when it fails.
 */
export async function handler(): Promise<{ applied: string[] }> {
  const applied = await migrate(await auditPool());
  logger.info('audit history is up to date', { applied });
  return { applied };
}
