import type { Refusal } from '../../core/portable/errors.ts';
import { logger } from '../shared/logger.ts';
import type { WorkSource } from '../shared/work/work.ts';
import { hold, type Letter } from './hold.ts';
import { redriveToQueue } from './redriveToQueue.ts';
import { redriveToFunction } from './stream/redriveToFunction.ts';
import { Unredrivable } from './unredrivable.ts';

const MOST = 100;
/** No letter is begun later: the caller gets an answer, and may ask for the rest. */
const BEGIN_MS = 12_000;

/**
 * Sends letters back, in their order: the ones named, or the first hundred. Each leaves its queue only after it has arrived, so
 * one may arrive twice and none is lost.
 * @returns how many went, or a refusal with the first reason when none could
 */
export function redrive(
  source: WorkSource,
  ids: string[] | null,
  now: () => number = Date.now,
): Promise<{ result: number } | { refusal: Refusal }> {
  const wanted = ids && new Set(ids);
  const chosen = (letters: Letter[]) =>
    wanted ? letters.filter(({ MessageId }) => wanted.has(MessageId)) : letters.slice(0, MOST);
  const end = now() + BEGIN_MS;
  const isEnough = (letters: Letter[]) => chosen(letters).length >= (wanted?.size ?? MOST);
  return hold(source.deadLetters.url, { isEnough, now }, async ({ letters, remove }) => {
    const failures: string[] = [];
    let result = 0;
    for (const letter of chosen(letters)) {
      if (now() >= end) break;
      try {
        await send(source, letter);
        await remove(letter);
        result += 1;
      } catch (error) {
        if (!(error instanceof Unredrivable)) throw error;
        logger.warn('letter cannot go back', { queue: source.name, messageId: letter.MessageId });
        failures.push(error.message);
      }
    }
    const [reason] = failures;
    return result === 0 && reason ? { refusal: { type: 'InvalidState', message: reason } } : { result };
  });
}

function send(source: WorkSource, letter: Letter): Promise<void> {
  return source.kind === 'QUEUE'
    ? redriveToQueue(source.queue, letter)
    : redriveToFunction(source.functionName, letter);
}
