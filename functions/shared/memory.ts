import { LRUCache } from 'lru-cache';

/** Answers by their keys, kept for a while. */
export type Memory<T> = {
  /** What `read` answers, or answered within the time. Who asks while it reads gets the same answer. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  forget(key: string): void;
};

/** @param most answers at a time: whoever was asked for longest ago is forgotten first */
export function createMemory<T>({ keptMs, most }: { keptMs: number; most: number }): Memory<T> {
  const kept = new LRUCache<string, Promise<T>>({ ttl: keptMs, max: most });
  return {
    get: (key, read) => {
      const known = kept.get(key);
      if (known) return known;
      const answer = read();
      kept.set(key, answer);
      // Failures are not kept.
      answer.catch(() => kept.peek(key) === answer && kept.delete(key));
      return answer;
    },
    forget: (key) => void kept.delete(key),
  };
}
