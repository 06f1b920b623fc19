import type { WorkSource } from '../shared/work/work.ts';
import { hold, type Letter } from './hold.ts';

/** Throws one letter away. @returns false when it is not there, or in somebody else's hands */
export function discard({ deadLetters }: WorkSource, id: string): Promise<boolean> {
  const find = (letters: Letter[]) => letters.find(({ MessageId }) => MessageId === id);
  return hold(deadLetters.url, { isEnough: (letters) => Boolean(find(letters)) }, async ({ letters, remove }) => {
    const letter = find(letters);
    if (letter) await remove(letter);
    return Boolean(letter);
  });
}
