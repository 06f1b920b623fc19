import type { SearchSort } from '../../generated/types.ts';
import type { Hit } from './hit.ts';

/** Where a hit stands in the order, by values that are compared one after the other; the last is the property's id. */
export type Position = (string | number)[];

/** The position of a hit. Amounts of different currencies have no order, so the currency goes first. */
export function positionOf({ property, distanceKm, offers }: Hit, sort: SearchSort): Position {
  if (sort === 'DISTANCE') return [distanceKm ?? 0, property.id];
  return [property.currency, offers[0].amount, property.id];
}

/** Below 0 where `a` stands before `b`. Both are of one sort. */
export function comparePositions(a: Position, b: Position): number {
  for (const [at, value] of a.entries()) {
    if (value !== b[at]) return value < b[at] ? -1 : 1;
  }
  return 0;
}

/** Is it a position of this sort? It may come from outside. */
export function isPosition(value: unknown, sort: SearchSort): value is Position {
  const types = sort === 'DISTANCE' ? ['number', 'string'] : ['string', 'number', 'string'];
  if (!Array.isArray(value) || value.length !== types.length) return false;
  return value.every((each, at) => typeof each === types[at]);
}

/**
 * The hits behind a position, at most `limit`, and the position of the last of them where others follow. A page begins
 * behind a position, not at a number of hits: what sells out or changes its price meanwhile neither repeats nor hides others.
 */
export function pageOfHits(
  hits: Hit[],
  { sort, after, limit }: { sort: SearchSort; after: Position | null; limit: number },
): { hits: Hit[]; next: Position | null } {
  const placed = hits.map((hit) => ({ hit, position: positionOf(hit, sort) }));
  const behind = after ? placed.filter(({ position }) => comparePositions(position, after) > 0) : placed;
  const page = behind.sort((a, b) => comparePositions(a.position, b.position)).slice(0, limit);
  const last = page.length < behind.length ? page.at(-1) : undefined;
  return { hits: page.map(({ hit }) => hit), next: last?.position ?? null };
}
