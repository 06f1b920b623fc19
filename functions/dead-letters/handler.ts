import type { DeadLetter, DeadLetterQueue } from '../../generated/types.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { config } from './config.ts';
import { countAll } from './countAll.ts';
import { discard } from './discard.ts';
import { list } from './list.ts';
import { redrive } from './redrive.ts';

export type Event =
  | { action: 'queues' }
  | { action: 'list'; queue: string; limit: number }
  /** Without ids: the first hundred. */
  | { action: 'redrive'; queue: string; ids: string[] | null }
  | { action: 'discard'; queue: string; id: string };
export type Answer = { result: DeadLetterQueue[] | DeadLetter[] | number | boolean } | { refusal: Refusal };

/** Finds the queue by its name and does what the operator asks. */
export async function handler(event: Event): Promise<Answer> {
  if (event.action === 'queues') return { result: await countAll(config.sources) };
  const source = config.sources.find(({ name }) => name === event.queue);
  if (!source) return { refusal: { type: 'NotFound', message: 'There is no such queue of dead letters.' } };
  switch (event.action) {
    case 'list':
      return { result: await list(source, event.limit) };
    case 'redrive':
      return redrive(source, event.ids);
    case 'discard':
      return { result: await discard(source, event.id) };
  }
}
