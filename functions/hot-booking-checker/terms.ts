import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { DetectionTerms } from '../../core/overbooking/detection/detectOverbookings.ts';
import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { localDate } from '../shared/localDate.ts';
import { createMemory } from '../shared/memory.ts';
import { config } from './config.ts';

type Facts = { allowance: number; timeZone: string; homeRegion: string };

/** A page that is oversold changes often; a new allowance may wait this long. */
const known = createMemory<Facts | null>({ keptMs: 5_000, most: 10_000 });

/** What a room type may be oversold by, and the property's date today; null where the catalog has no such room type. */
export async function termsOf(
  propertyId: string,
  roomTypeId: string,
): Promise<(DetectionTerms & { homeRegion: string }) | null> {
  const facts = await known.get(`${propertyId}#${roomTypeId}`, () => read(propertyId, roomTypeId));
  if (!facts) return null;
  const { allowance, timeZone, homeRegion } = facts;
  return { allowance, homeRegion, today: localDate(new Date(), timeZone) };
}

async function read(propertyId: string, roomTypeId: string): Promise<Facts | null> {
  const keys = [PROPERTY_KEY, roomTypeKey(roomTypeId)].map((sk) => ({ property_id: propertyId, sk }));
  const answer = await documents.send(new BatchGetCommand({ RequestItems: { [config.catalogTable]: { Keys: keys } } }));
  if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0) throw new Error('The catalog is busy.');
  const items = answer.Responses?.[config.catalogTable] ?? [];
  const property = items.find(({ sk }) => sk === PROPERTY_KEY) as PropertyItem | undefined;
  const roomType = items.find(({ sk }) => sk !== PROPERTY_KEY) as RoomTypeItem | undefined;
  if (!property || !roomType) return null;
  const { time_zone: timeZone, home_region: homeRegion } = property;
  return { allowance: roomType.oversell_allowance, timeZone, homeRegion };
}
