import { PLACE_INDEX } from '../../core/portable/items/placeCell.ts';
import { cellsAround } from '../../core/places/cellsAround.ts';
import { distanceKm, type Place } from '../../core/places/distance.ts';
import type { Search } from '../../core/search/search.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { createMemory } from '../shared/memory.ts';
import { config } from './config.ts';

const MOST = 1_000;

type Located = { id: string; place: Place };

/** A new or moved property is found near its place after so long at the latest; a cell of a large city is read seldom. */
const cells = createMemory<Located[]>({ keptMs: 20_000, most: 500 });

/** Ids of the properties to look at, each once: the given ones, or the up to 1,000 nearest within the radius. */
export async function candidates({ propertyIds, near }: Search): Promise<string[]> {
  if (!near) return [...new Set(propertyIds)];
  const found = await Promise.all(
    cellsAround(near, near.radiusKm).map((cell) => cells.get(cell, () => readCell(cell))),
  );
  return found
    .flat()
    .map(({ id, place }) => ({ id, distance: distanceKm(near, place) }))
    .filter(({ distance }) => distance <= near.radiusKm)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ id }) => id);
}

async function readCell(cell: string): Promise<Located[]> {
  const items = await queryAll({
    TableName: config.catalogTable,
    IndexName: PLACE_INDEX,
    KeyConditionExpression: '#c = :c',
    ProjectionExpression: '#id, #lat, #lon',
    ExpressionAttributeNames: { '#c': 'place_cell', '#id': 'property_id', '#lat': 'latitude', '#lon': 'longitude' },
    ExpressionAttributeValues: { ':c': cell },
  });
  return items.map((item) => ({
    id: item.property_id as string,
    place: { latitude: item.latitude as number, longitude: item.longitude as number },
  }));
}
