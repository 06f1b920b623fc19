import type { Grant } from './decideRequest.ts';
import { touchedPages } from './needs.ts';
import { pageId } from './pageRef.ts';

/** How much one transaction may carry. `items` counts pages, checks and bookings, and must be at least 7. */
export type Limits = { items: number; bookings: number };

/**
 * DynamoDB takes 100 items a transaction. Its other limits, 4 MB and 4 KB and 300 operators an expression, are never
 * reached by 90 bookings: their items stay under 4 KB each, and a page's expressions grow with its nights only.
 * Source: DynamoDB developer guide, "Quotas", transactions and expression parameters.
 */
export const LIMITS: Limits = { items: 100, bookings: 90 };

/** Grants that go into one transaction, as they share pages, directly or through others. */
export type Group = { pages: Set<string>; grants: Set<Grant> };

/**
 * Adds the grant to the group that it shares pages with, or merges the groups that it connects; null when that group
 * would be too large. Two transactions that overlap on a page, if only to check it, would cancel one another.
 */
export function joinGroups(groups: Group[], grant: Grant, limits: Limits): Group[] | null {
  const pages = new Set(touchedPages(grant.needs).map(pageId));
  const joined = groups.filter((group) => !group.pages.isDisjointFrom(pages));
  const merged: Group = {
    pages: joined.reduce((all, group) => all.union(group.pages), pages),
    grants: joined.reduce((all, group) => all.union(group.grants), new Set<Grant>()).add(grant),
  };
  const bookings = merged.grants.size;
  if (bookings > limits.bookings || bookings + merged.pages.size > limits.items) return null;
  return [...groups.filter((group) => !joined.includes(group)), merged];
}
