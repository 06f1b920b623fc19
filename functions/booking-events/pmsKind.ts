import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { PROPERTY_KEY } from '../../core/portable/catalog.ts';
import type { PmsKind } from '../../generated/types.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/** Properties seldom change their PMS; bookings made within this time after it go the old way, and the sync's own check finds them. */
const KEPT_MS = 10_000;

const kept = new Map<string, { kind: Promise<PmsKind>; until: number }>();

/** How the property's PMS is told, as it was within the last seconds; NONE for a property that is not there. */
export function pmsKindOf(propertyId: string, now = Date.now()): Promise<PmsKind> {
  const known = kept.get(propertyId);
  if (known && known.until > now) return known.kind;
  const kind = read(propertyId);
  kept.set(propertyId, { kind, until: now + KEPT_MS });
  kind.catch(() => kept.delete(propertyId));
  return kind;
}

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
