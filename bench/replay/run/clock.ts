import { DateTime } from 'luxon';
import type { ResolverClock } from '../../../local/cloud/contract.ts';

/** The time by which resolvers live while days are replayed. */
export type ReplayClock = {
  /** `YYYY-MM-DD`. */
  begin(date: string): void;
  /** The machine's time from now on, as functions have it. */
  end(): void;
  /** The date where the hotels are, `YYYY-MM-DD`. */
  today(): string;
};

/**
 * Each day begins at noon where the hotels are and goes on at the machine's pace. Days that lie behind the machine's today
 * are lived today: what resolvers write to last until soon must not have run out for functions, which keep the machine's time.
 * @param resolverClock null where resolvers keep it as well
 */
export function createReplayClock(resolverClock: ResolverClock | null, zone: string): ReplayClock {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  return {
    begin: (date) => {
      if (!resolverClock) return;
      const noon = DateTime.fromISO(`${date}T12:00`, { zone }).toMillis();
      ahead = Math.max(0, noon - Date.now());
      resolverClock.set(now);
    },
    end: () => {
      ahead = 0;
      resolverClock?.set(null);
    },
    today: () => DateTime.fromMillis(now(), { zone }).toFormat('yyyy-MM-dd'),
  };
}
