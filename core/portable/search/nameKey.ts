/** Sorts after `#` and before whatever an id is made of. */
const AFTER = '$';
const DATE_LENGTH = 10;

/** The part of a `name_key` that is the same in every index and unique in the table: `<arrival>#<booking>`. */
export function placeOf(nameKey: string): string {
  return nameKey.slice(0, nameKey.indexOf('#', DATE_LENGTH + 1));
}

/** The booking at a place. */
export function bookingAt(place: string): string {
  return place.slice(DATE_LENGTH + 1);
}

/** The plain name in a `name_key`. */
export function nameIn(nameKey: string): string {
  return nameKey.slice(placeOf(nameKey).length + 1);
}

/** Sorts behind every `name_key` that begins with this date or place, and before those that follow. */
export function behind(dateOrPlace: string): string {
  return `${dateOrPlace}${AFTER}`;
}
