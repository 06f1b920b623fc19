import { auditPool } from '../../shared/audit/auditPool.ts';

/** Opens or takes a connection and asks for nothing. @throws when the database does not answer */
export async function askAuditDatabase(): Promise<null> {
  await (await auditPool()).query('SELECT 1');
  return null;
}
