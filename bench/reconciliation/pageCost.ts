import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { cacheEntry } from '../../core/cache/cacheEntry.ts';
import { emptyPage } from '../../core/inventory/emptyPage.ts';
import { judgeCached } from '../../core/reconciliation/judgeCached.ts';
import { plainPage } from '../../functions/shared/dynamodb/plainPage.ts';

const PAGES = 1_000;
const ROUNDS = 20;

/** Microseconds of processor that a page takes from a scan's answer to its verdict, whatever else the machine does. */
export function pageCost(): number {
  const answer = JSON.stringify(
    Array.from({ length: PAGES }, (_, at) => marshall(emptyPage(`p${at}`, 'DLX', '2027-01', ''))),
  );
  const { packed } = cacheEntry(emptyPage('p', 'DLX', '2027-01', ''));
  const cached = Uint8Array.from([3, ...new TextEncoder().encode('DLX'), ...packed]);
  const round = () => {
    const items = JSON.parse(answer) as Parameters<typeof unmarshall>[0][];
    const verdicts = items.map((item) => judgeCached(cached, cacheEntry(plainPage(unmarshall(item)))));
    if (!verdicts.every((verdict) => verdict === 'same')) throw new Error('The pages are not those of the cache.');
  };
  round();
  const before = process.cpuUsage();
  for (let at = 0; at < ROUNDS; at += 1) round();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / ROUNDS / PAGES;
}
