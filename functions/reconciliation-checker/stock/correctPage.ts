import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredPage } from '../../../core/inventory/change.ts';
import { correction } from '../../../core/reconciliation/correction.ts';
import type { NightDrift } from '../../../core/reconciliation/drift.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { config } from '../config.ts';
import { keyOf } from '../table/pages.ts';

/** Somebody wrote the page meanwhile, or writes it now: it is counted again by the next run. */
const BEATEN = ['ConditionalCheckFailedException', 'TransactionConflictException'];

/** Takes off the page what bookings prove to be sold, unless it was written since it was read. Answers whether it did. */
export async function correctPage(page: StoredPage, drift: readonly NightDrift[]): Promise<boolean> {
  const update = correction(page, drift, new Date().toISOString());
  if (!update) return false;
  try {
    await documents.send(new UpdateCommand({ TableName: config.inventoryTable, Key: keyOf(page), ...update }));
    return true;
  } catch (error) {
    if (error instanceof Error && BEATEN.includes(error.name)) return false;
    throw error;
  }
}
