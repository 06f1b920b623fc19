import { PLACE_INDEX } from '../../core/portable/placeCell.ts';
import { cellsAround } from '../../core/places/cellsAround.ts';
import { distanceKm, type Place } from '../../core/places/distance.ts';
import type { Search } from '../../core/search/search.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { config } from './config.ts';

const MOST = 1_000;
/** A new or moved property is found near its place after so long at the latest; a cell of a large city is read seldom. */
const KEPT_MS = 20_000;
const MOST_KEPT = 500;

type Located = { id: string; place: Place };

const kept = new Map<string, { located: Promise<Located[]>; until: number }>();

/** Ids of the properties to look at, each once: the given ones, or the up to 1,000 nearest within the radius. */
export async function candidates({ propertyIds, near }: Search): Promise<string[]> {
  if (!near) return [...new Set(propertyIds)];
  const found = await Promise.all(cellsAround(near, near.radiusKm).map((cell) => propertiesIn(cell)));
  return found
    .flat()
    .map(({ id, place }) => ({ id, distance: distanceKm(near, place) }))
    .filter(({ distance }) => distance <= near.radiusKm)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ id }) => id);
}

function propertiesIn(cell: string, now = Date.now()): Promise<Located[]> {
  const known = kept.get(cell);
  if (known && known.until > now) return known.located;
  const located = readCell(cell);
  kept.delete(cell);
  kept.set(cell, { located, until: now + KEPT_MS });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  located.catch(() => kept.delete(cell));
  return located;
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
