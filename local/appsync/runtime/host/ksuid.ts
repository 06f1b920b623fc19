import { randomBytes } from 'node:crypto';
import { now } from './clock.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUID counts seconds from 2014-05-13T16:53:20Z (github.com/segmentio/ksuid). */
const EPOCH_SECONDS = 1_400_000_000;
const LENGTH = 27;

/** A KSUID: 32 bits of seconds and 128 of randomness in base 62, 27 characters that sort by time. */
export function ksuid(): string {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt32BE(Math.floor(now() / 1000) - EPOCH_SECONDS);
  randomBytes(16).copy(bytes, 4);
  let text = '';
  for (let rest = BigInt(`0x${bytes.toString('hex')}`); rest > 0n; rest /= 62n) {
    text = ALPHABET.charAt(Number(rest % 62n)) + text;
  }
  return text.padStart(LENGTH, '0');
}
