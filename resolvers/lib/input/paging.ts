import { checkRange } from './checks.ts';

const DEFAULT_LIMIT = 20;
const MOST = 100;

/** Page size of a list, 1 to 100. */
export function checkLimit(limit: number | null | undefined): number {
  const wanted = limit ?? DEFAULT_LIMIT;
  checkRange('limit', wanted, 1, MOST);
  return wanted;
}
