import type { House } from '../../../core/waitlist/house.ts';
import { getItem } from '../dynamodb/getItem.ts';
import { plainPage } from '../dynamodb/plainPage.ts';

/** Pages of a property by their keys, read consistently; null for one that is not loaded. */
export async function readHouse(propertyId: string, keys: Iterable<string>, table: string): Promise<House> {
  const read = async (page: string) => {
    const item = await getItem<Record<string, unknown>>(table, { property_id: propertyId, page });
    return [page, item && plainPage(item)] as const;
  };
  return new Map(await Promise.all([...new Set(keys)].map(read)));
}
