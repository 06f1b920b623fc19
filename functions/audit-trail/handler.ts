import { auditEntry } from '../../core/audit/auditEntry.ts';
import type { AuditEntry } from '../../generated/types.ts';
import { auditPool } from '../shared/audit/auditPool.ts';
import { readTrail } from './readTrail.ts';

export type Event = { bookingId: string };
export type Answer = { entries: AuditEntry[] };

/**
 * The versions of a booking, oldest first. Who may see them, the resolver decides by the property in each.
 * @throws where the audit history does not answer
 */
export async function handler({ bookingId }: Event): Promise<Answer> {
  const rows = await readTrail(await auditPool(), bookingId);
  return { entries: rows.map(auditEntry) };
}
