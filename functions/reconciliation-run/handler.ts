import { type BeginEvent, begin } from './begin.ts';
import { finish, type FinishEvent } from './finish.ts';

/** The first and the last step of the state machine. */
export function handler(
  event: ({ step: 'begin' } & BeginEvent) | ({ step: 'finish' } & FinishEvent),
): Promise<unknown> {
  return event.step === 'begin' ? begin(event) : finish(event);
}
