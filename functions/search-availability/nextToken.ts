import { createHash } from 'node:crypto';
import { isPosition, type Position } from '../../core/search/page.ts';
import type { Search } from '../../core/search/search.ts';

/*
 * A token holds the position of the last hit of a page and a digest of that with the search. The digest keeps clients from
 * mixing searches up; it is no secret, as a token gives nothing that a search does not.
 */

const digest = (search: Search, position: Position): string =>
  createHash('sha256').update(JSON.stringify([search, position])).digest('base64url').slice(0, 22);

export function tokenOf(search: Search, position: Position): string {
  return Buffer.from(JSON.stringify([digest(search, position), position])).toString('base64url');
}

/** The position in a token; null where it is none of this search. */
export function readToken(search: Search, token: string): Position | null {
  const parts = parse(Buffer.from(token, 'base64url').toString());
  if (!Array.isArray(parts) || parts.length !== 2 || !isPosition(parts[1], search.sort)) return null;
  // Written again it must be the same: decoding passes over what is no base64url.
  return tokenOf(search, parts[1]) === token ? parts[1] : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
