import type { StoredPage } from '../../../core/inventory/change.ts';

const SETS = ['closed', 'closed_to_arrival', 'closed_to_departure'];

/** A page as the SDK read it, with its number sets as sorted lists. */
export function plainPage(item: Record<string, unknown>): StoredPage {
  const lists = SETS.filter((name) => item[name]).map((name) => [
    name,
    [...(item[name] as Set<number>)].sort((a, b) => a - b),
  ]);
  return { ...item, ...Object.fromEntries(lists) } as StoredPage;
}
