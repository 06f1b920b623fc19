import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { PROPERTY_KEY, type PropertyItem, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { homeRefusal } from '../../core/portable/items/homeRegion.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import type { SetInventoryInput } from '../../generated/types.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { config } from './config.ts';

/** The room type must exist, and its property take writes in this Region. */
export async function readRoomType(input: SetInventoryInput): Promise<{ timeZone: string } | { refusal: Refusal }> {
  const key = (sk: string) => ({ property_id: input.propertyId, sk });
  const answer = await documents.send(
    new BatchGetCommand({
      RequestItems: {
        [config.catalogTable]: { Keys: [key(PROPERTY_KEY), key(roomTypeKey(input.roomTypeId))], ConsistentRead: true },
      },
    }),
  );
  if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0)
    return refuse('Unavailable', 'The catalog is busy. Try again.');
  const items = answer.Responses?.[config.catalogTable] ?? [];
  const property = items.find((item) => item.sk === PROPERTY_KEY) as PropertyItem | undefined;
  if (!property) return refuse('NotFound', 'There is no such property.');
  if (items.length < 2) return refuse('NotFound', 'The property has no such room type.');
  const away = homeRefusal(property, config.region);
  if (away) return { refusal: away };
  return { timeZone: property.time_zone };
}

function refuse(type: Refusal['type'], message: string): { refusal: Refusal } {
  return { refusal: { type, message } };
}
