import { createHash } from 'node:crypto';

/**
 * The id of the booking at a place of a group, from 0: the same for the same request, so that a repeat meets what an
 * earlier one made. A UUID of version 8; source: RFC 9562, section 5.8.
 */
export function memberId(groupId: string, place: number): string {
  const hash = createHash('sha256').update(`${groupId}#${place}`).digest();
  hash[6] = (hash[6] & 0x0f) | 0x80;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
