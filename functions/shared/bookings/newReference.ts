import { randomBytes } from 'node:crypto';
import { REFERENCE_ALPHABET, REFERENCE_LENGTH } from '../../../core/portable/search/reference.ts';

/** A booking's reference, as random as those that `bookRoom` makes: 32 letters divide the 256 values of a byte. */
export function newReference(): string {
  return [...randomBytes(REFERENCE_LENGTH)]
    .map((byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length])
    .join('');
}
