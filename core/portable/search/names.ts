const LAST_ASCII = '~';
const FIRST_HALF = '\ud800';
const LAST_HALF = '\udbff';

/** The last word of a plain name first, as a list of guests has it: `meireles ana`. */
export function lastWordFirst(plain: string): string {
  const space = plain.lastIndexOf(' ');
  return space < 0 ? plain : `${plain.slice(space + 1)} ${plain.slice(0, space)}`;
}

/** Does the beginning fit the full name, or its last word (and then the words before it)? Both are plain. */
export function fitsName(plain: string, beginning: string): boolean {
  return plain.startsWith(beginning) || lastWordFirst(plain).startsWith(beginning);
}

/**
 * What part of an index a plain text lies in: its first two characters where they are ASCII, else the first. Of a
 * script with thousands of characters one says enough, and people search for it.
 */
export function bucketOf(plain: string): string {
  const first = plain.charAt(0);
  const second = plain.charAt(1);
  if (first <= LAST_ASCII) return second <= LAST_ASCII ? `${first}${second}` : first;
  // A character beyond 16 bits comes in two halves, and one of them is no text.
  return first >= FIRST_HALF && first <= LAST_HALF ? `${first}${second}` : first;
}

/** Can the bucket of whatever begins with this be told? One ASCII letter is too little. */
export function isSearchable(beginning: string): boolean {
  return beginning.length > 1 || beginning > LAST_ASCII;
}
