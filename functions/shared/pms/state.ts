import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { PMS_LISTING, pmsStateKey } from '../../../core/portable/items/operations.ts';
import type { PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import { newState } from '../../../core/pms/sync/propertyState.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { changeItem, readItem } from './changeItem.ts';
import { config } from './config.ts';

/** What is known of the property's PMS, read consistently. */
export async function readState(propertyId: string): Promise<PmsStateItem> {
  const item = await readItem<PmsStateItem>(pmsStateKey(propertyId));
  return item ?? newState(propertyId, new Date().toISOString());
}

/** Writes what `decide` makes of the state; the very same item is not written. */
export function changeState(known: PmsStateItem, decide: (state: PmsStateItem) => PmsStateItem): Promise<PmsStateItem> {
  return changeItem<PmsStateItem, PmsStateItem>(known, (state) => {
    const next = decide(state);
    return next === state ? state : { ...next, updated_at: new Date().toISOString() };
  });
}

/**
 * Marks the property as owing: `owe` of core/pms/sync/debt in one write without a condition, as hundreds of bookings may
 * come while a PMS is away. The booking's own marker must be there already.
 */
export async function owe(propertyId: string): Promise<PmsStateItem> {
  const now = new Date().toISOString();
  const { Attributes } = await documents.send(
    new UpdateCommand({
      TableName: config.operationsTable,
      Key: pmsStateKey(propertyId),
      UpdateExpression:
        'SET #since = if_not_exists(#since, :now), #property = :property, #listing = :listing, ' +
        '#key = if_not_exists(#key, :key), #updated = :now ADD #marks :one, #rev :one',
      ExpressionAttributeNames: {
        '#since': 'owes_since',
        '#property': 'property_id',
        '#listing': 'listing',
        '#key': 'listing_key',
        '#updated': 'updated_at',
        '#marks': 'marks',
        '#rev': 'rev',
      },
      ExpressionAttributeValues: {
        ':now': now,
        ':property': propertyId,
        ':listing': PMS_LISTING,
        ':key': newState(propertyId, now).listing_key,
        ':one': 1,
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return Attributes as PmsStateItem;
}
