/**
 * Crockford's base 32: no I, L, O or U, so nothing that is read as something else. Source: D. Crockford, "Base 32".
 */
export const REFERENCE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 40 bits. Two bookings of a property that ever had n of them share a reference by a chance of n² / 2^41: of 60,000, ten
 * years of a hundred rooms, 1 in 600; and a new one meets any of them by 1 in 18 million. Nothing breaks
 * where two do: the id names a booking, a search by reference answers both.
 */
export const REFERENCE_LENGTH = 8;

/** The short name of a booking for people, from the random part of a ULID, which is written in the same alphabet. */
export function referenceOf(ulid: string): string {
  return ulid.slice(ulid.length - REFERENCE_LENGTH).toUpperCase();
}

/**
 * A reference as somebody typed it: in any case, with spaces or hyphens, and with the letters that look like digits.
 * Null where it is none.
 */
export function parseReference(text: string): string | null {
  const characters = text
    .toUpperCase()
    .split('')
    .filter((character) => character !== ' ' && character !== '-')
    .map((character) => asDigit(character));
  const isOne = characters.every((character) => REFERENCE_ALPHABET.indexOf(character) >= 0);
  return isOne && characters.length === REFERENCE_LENGTH ? characters.join('') : null;
}

function asDigit(character: string): string {
  if (character === 'O') return '0';
  return character === 'I' || character === 'L' ? '1' : character;
}
