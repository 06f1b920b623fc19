import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { CONFLICT_LISTING, conflictKey } from '../../../core/portable/items/operations.ts';
import type { ConflictItem } from '../../../core/portable/items/reconciliation.ts';
import type { RunScope } from '../../../core/reconciliation/runScope.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { logger } from '../../shared/logger.ts';
import { config } from '../config.ts';
import type { Confirmed } from './confirmDrift.ts';

const KEPT_SECONDS = 90 * 86_400;

type Conflict = Confirmed & { run: RunScope; isCorrected: boolean };

/** Writes a conflict down for operators: once for each version of the page, with when it was found and seen last. */
export async function recordConflict({ page, drift, run, isCorrected }: Conflict): Promise<void> {
  const now = new Date().toISOString();
  const nights = drift.map(({ date, byPage, byBookings }) => ({
    date,
    by_page: byPage.sold,
    by_bookings: byBookings.sold,
    held_by_page: byPage.held,
    held_by_bookings: byBookings.held,
  }));
  const item: Omit<ConflictItem, 'found_at'> & { listing: string; listing_key: string } = {
    property_id: page.property_id,
    page: page.page,
    page_version: page.version,
    nights,
    is_corrected: isCorrected,
    seen_at: now,
    run_id: run.id,
    listing: CONFLICT_LISTING,
    listing_key: `${now}#${page.property_id}#${page.page}`,
    expiry_time: Math.floor(Date.now() / 1000) + KEPT_SECONDS,
  };
  logger.warn('stock and bookings differ', { propertyId: page.property_id, page: page.page, nights, isCorrected });
  const fields = Object.keys(item);
  await documents.send(
    new UpdateCommand({
      TableName: config.operationsTable,
      Key: conflictKey(page.property_id, page.page, page.version),
      UpdateExpression: `SET #found = if_not_exists(#found, :seen_at), ${fields.map((name) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: {
        '#found': 'found_at',
        ...Object.fromEntries(fields.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: Object.fromEntries(Object.entries(item).map(([name, value]) => [`:${name}`, value])),
    }),
  );
}
