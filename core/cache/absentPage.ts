import { HEAD } from './layout.ts';
import { packedNights } from './packedPage.ts';

/**
 * Says in a cached month that a room type has no page of it: no nights, at version 0. Without it nobody could tell a page
 * that does not exist from one that the cache lost. Every real page is newer and replaces it.
 */
export const ABSENT_PAGE = new Uint8Array(HEAD);

export const isAbsent = (page: Uint8Array): boolean => packedNights(page) === 0;
