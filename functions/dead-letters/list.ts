import type { DeadLetter } from '../../generated/types.ts';
import type { WorkSource } from '../shared/work/work.ts';
import { hold, type Letter } from './hold.ts';
import { reasonOf } from './reasonOf.ts';

/** Shows up to `limit` letters, and leaves them where they are. */
export function list(source: WorkSource, limit: number): Promise<DeadLetter[]> {
  const isEnough = (letters: Letter[]) => letters.length >= limit;
  return hold(source.deadLetters.url, { isEnough }, ({ letters }) =>
    Promise.resolve(letters.slice(0, limit).map((letter) => view(source, letter))),
  );
}

function view({ name, kind }: WorkSource, letter: Letter): DeadLetter {
  const { ApproximateReceiveCount: count, SentTimestamp: sent } = letter.Attributes ?? {};
  return {
    id: letter.MessageId,
    queue: name,
    source: kind,
    reason: reasonOf(letter),
    body: letter.Body,
    receivedCount: Number(count ?? 0),
    sentAt: new Date(Number(sent ?? 0)).toISOString(),
  };
}
