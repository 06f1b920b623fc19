import { setTimeout as delay } from 'node:timers/promises';
import type { CacheEntry } from '../../core/cache/cacheEntry.ts';
import type { Standing } from '../../core/cache/writePages.ts';
import { logger } from '../shared/logger.ts';

type Settings = {
  write(entries: readonly CacheEntry[]): Promise<(Standing | Error)[]>;
  /** How long the first batch of an outage tries again: most are short. */
  patienceMs?: number;
  pauseMs?: number;
  /** Pages that are kept, at some 300 bytes each, while the cache is away. */
  mostOwed?: number;
};

/** A time-out of the cache is shorter than what so many pages take. */
const AT_ONCE = 1_000;
/** How long a batch pays back what is owed, before it lets the next one run. */
const PAY_BACK_MS = 5_000;

/**
 * Writes pages into the cache, and keeps those owed that could not be written. They are written with the next batch that
 * finds the cache there: however late, as an older version never replaces a newer one. What is lost with this process,
 * the comparison of every page with the cache repairs.
 */
export class PageWriter {
  readonly #settings: Required<Settings>;
  readonly #owed = new Map<string, CacheEntry>();
  #awaySince: number | null = null;

  constructor(settings: Settings) {
    this.#settings = { patienceMs: 3_000, pauseMs: 250, mostOwed: 20_000, ...settings };
  }

  /** Pages that the cache does not have yet. */
  get owed(): number {
    return this.#owed.size;
  }

  /** What became of each entry; null where it is owed. Waits for the cache only in the first seconds of an outage. */
  async write(entries: readonly CacheEntry[]): Promise<Map<CacheEntry, Standing | null>> {
    const standings = new Map<CacheEntry, Standing | null>(entries.map((entry) => [entry, null]));
    for (const entry of entries) this.#owe(entry);
    while (!(await this.#payBack(standings)) && this.#isPatient()) await delay(this.#settings.pauseMs);
    while (this.#owed.size > this.#settings.mostOwed) this.#owed.delete(this.#owed.keys().next().value!);
    return standings;
  }

  /** The newest last: the oldest are given up first. */
  #owe(entry: CacheEntry): void {
    const key = keyOf(entry);
    const older = this.#owed.get(key);
    this.#owed.delete(key);
    this.#owed.set(key, older && older.version > entry.version ? older : entry);
  }

  /** Was everything written that was tried? */
  async #payBack(standings: Map<CacheEntry, Standing | null>): Promise<boolean> {
    const until = Date.now() + PAY_BACK_MS;
    const newestFirst = [...this.#owed.values()].reverse();
    let failure: Error | undefined;
    for (let from = 0; from < newestFirst.length && Date.now() < until; from += AT_ONCE) {
      const some = newestFirst.slice(from, from + AT_ONCE);
      const answers = await this.#settings.write(some);
      for (const [at, entry] of some.entries()) this.#settle(entry, answers[at], standings);
      const failures = answers.filter((answer) => answer instanceof Error);
      failure ??= failures[0];
      if (failures.length === some.length) break;
    }
    if (failure) this.#miss(failure);
    else if (this.#owed.size === 0) this.#awaySince = null;
    return failure === undefined;
  }

  #settle(entry: CacheEntry, answer: Standing | Error, standings: Map<CacheEntry, Standing | null>): void {
    if (answer instanceof Error) return;
    this.#owed.delete(keyOf(entry));
    if (standings.has(entry)) standings.set(entry, answer);
  }

  #miss(failure: Error): void {
    this.#awaySince ??= Date.now();
    logger.warn('pages are owed to the cache', { pages: this.#owed.size, reason: failure.message });
  }

  #isPatient(): boolean {
    return this.#awaySince !== null && Date.now() - this.#awaySince < this.#settings.patienceMs;
  }
}

const keyOf = ({ propertyId, month, roomTypeId }: CacheEntry): string => `${month}#${roomTypeId} ${propertyId}`;
