import { nameIn, placeOf } from './nameKey.ts';
import { fitsName } from './names.ts';

/**
 * What one index answered: its `name_key`s in their order, from the same place on as the other's. There is at least one
 * where it is not done: a query without a filter goes on behind what it answered.
 */
export type KeyList = { keys: string[]; isDone: boolean };

/** Places in their order; `next` is where to go on behind, null where there is nothing more. */
export type Merged = { places: string[]; next: string | null };

/**
 * The first `most` bookings that fit, of two lists. Beyond the end of a list that goes on nothing is known, so
 * nothing is taken from there; who goes on behind `next` meets each booking once, and always comes further.
 *
 * @param beginning plain
 */
export function mergeLists(lists: KeyList[], beginning: string, most: number): Merged {
  const ends = lists.filter(({ isDone }) => !isDone).map(({ keys }) => placeOf(keys[keys.length - 1]));
  const horizon = ends.length > 0 ? ends.sort()[0] : null;
  const places = lists
    .flatMap(({ keys }) => keys)
    .filter((key) => (horizon === null || placeOf(key) <= horizon) && fitsName(nameIn(key), beginning))
    .map((key) => placeOf(key))
    .sort();
  const unique = places.filter((place, at) => at === 0 || place !== places[at - 1]);
  if (unique.length > most) return { places: unique.slice(0, most), next: unique[most - 1] };
  return { places: unique, next: horizon };
}
