import type { Part, Tally } from '../../core/reconciliation/tally.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { logger } from '../shared/logger.ts';

type Done = Partial<Omit<Tally, 'errors'>>;

/** The parts of a check, each on its own: one whose engine is away is left out for the rest of the call. */
export class Parts {
  readonly errors: Tally['errors'] = {};
  readonly #away = new Set<Part>();

  /** What the work has done; nothing where it failed, now or before. */
  async attempt(part: Part, work: () => Promise<Done>): Promise<Done> {
    if (this.#away.has(part)) return {};
    try {
      return await work();
    } catch (error) {
      this.#away.add(part);
      this.note(part, error);
      return {};
    }
  }

  /** Something of a part failed, and the rest of it goes on. */
  note(part: Part, error: unknown): void {
    logger.error('part of the reconciliation failed', { part, reason: reasonOf(error) });
    this.errors[part] ??= reasonOf(error);
  }
}
