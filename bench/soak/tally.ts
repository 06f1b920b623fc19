import { createLatencies } from '../client/latencies.ts';
import type { Outcome } from '../client/graphqlClient.ts';

/** Answers by what was asked for, and by how it was answered: `confirm ok` 12. */
export class Tally {
  readonly #counts = new Map<string, number>();
  calls = 0;
  /** How long after their time holds and requests ended by themselves. */
  readonly expired = createLatencies();

  count(name: string, outcome: Outcome<unknown>): void {
    this.calls += 1;
    const key = `${name} ${outcome.kind === 'refused' ? outcome.type : outcome.kind}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  lines(): string[] {
    return [...this.#counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([key, count]) => `${key} ${count}`);
  }
}
