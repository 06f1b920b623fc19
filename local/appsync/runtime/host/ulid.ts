import { randomBytes } from 'node:crypto';
import { now } from './clock.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A clock that goes back by less is being set right; by more it is another clock, which tells of another day. */
const SLIP_MS = 60_000;

let last = { at: -1, random: 0n };

/** A ULID (github.com/ulid/spec): 48 bits of time, 80 of randomness, Crockford base 32; rising within a millisecond. */
export function ulid(): string {
  const time = now();
  const at = time < last.at && last.at - time < SLIP_MS ? last.at : time;
  // One bit less than 80 leaves room to count up within the millisecond.
  const random = at === last.at ? last.random + 1n : BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;
  last = { at, random };
  return encode(BigInt(at), 10) + encode(random, 16);
}

function encode(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = ALPHABET.charAt(Number(rest & 31n)) + text;
  return text;
}
