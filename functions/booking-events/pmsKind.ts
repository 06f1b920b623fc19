import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { PROPERTY_KEY } from '../../core/portable/items/catalog.ts';
import type { PmsKind } from '../../generated/types.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { createMemory } from '../shared/memory.ts';
import { config } from './config.ts';

/** Properties seldom change their PMS; bookings of this time after it go the old way, until the reconciliation finds what the PMS lacks. */
const kinds = createMemory<PmsKind>({ keptMs: 10_000, most: 10_000 });

/** How the property's PMS is told, as it was within the last seconds; NONE for a property that is not there. */
export const pmsKindOf = (propertyId: string): Promise<PmsKind> => kinds.get(propertyId, () => read(propertyId));

async function read(propertyId: string): Promise<PmsKind> {
  const { Item } = await documents.send(
    new GetCommand({
      TableName: config.catalogTable,
      Key: { property_id: propertyId, sk: PROPERTY_KEY },
      ProjectionExpression: '#kind',
      ExpressionAttributeNames: { '#kind': 'pms_kind' },
    }),
  );
  return (Item?.pms_kind as PmsKind | undefined) ?? 'NONE';
}
