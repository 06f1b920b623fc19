import { createHash } from 'node:crypto';

// Any fixed UUID will do: it only keeps these ids apart from other name-based ones.
const NAMESPACE = Buffer.from('6d1f5c1e8f5b4a37b0c55a3ce2f6d9a4', 'hex');

/** The `sub` of a user: a UUID that is always the same for the same user name (RFC 9562, version 5). */
export function userId(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
