import type { SourceAnswer } from '../sourceAnswer.ts';

type Waiting = { payload: unknown; resolve(answer: SourceAnswer): void; reject(error: unknown): void };
type Send = (payloads: unknown[]) => Promise<SourceAnswer[]>;
type Batch = { send: Send; most: number; waiting: Waiting[] };

/** AppSync's batch size where none is set. Source: developer guide, "Using AWS Lambda resolvers", batching. */
const DEFAULT_MOST = 5;

/**
 * Gathers the `BatchInvoke`s of one GraphQL request: those of the same resolver or function that come up together go to
 * the function in one call.
 */
export class BatchQueue {
  readonly #batches = new Map<object, Batch>();

  /** @param step the resolver or function that asks; @param maxBatchSize 0 is AppSync's default */
  add(step: object, maxBatchSize: number, payload: unknown, send: Send): Promise<SourceAnswer> {
    return new Promise((resolve, reject) => {
      const waiting = { payload, resolve, reject };
      const batch = this.#batches.get(step);
      if (batch !== undefined) {
        batch.waiting.push(waiting);
        return;
      }
      this.#batches.set(step, { send, most: maxBatchSize || DEFAULT_MOST, waiting: [waiting] });
      // Sibling fields ask within one turn of the event loop; what comes after it is another batch.
      setImmediate(() => this.#flush(step));
    });
  }

  #flush(step: object): void {
    const batch = this.#batches.get(step) as Batch;
    this.#batches.delete(step);
    for (let from = 0; from < batch.waiting.length; from += batch.most) {
      void dispatch(batch.waiting.slice(from, from + batch.most), batch.send);
    }
  }
}

async function dispatch(waiting: Waiting[], send: Send): Promise<void> {
  try {
    const answers = await send(waiting.map(({ payload }) => payload));
    waiting.forEach(({ resolve }, index) => resolve(answers[index] as SourceAnswer));
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
}
