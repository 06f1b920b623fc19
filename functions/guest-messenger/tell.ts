import { contentOf } from '../../core/messages/content.ts';
import { type Outcome, settledItem } from '../../core/messages/markers.ts';
import type { Message } from '../../core/messages/messageOf.ts';
import type { GuestMessageItem } from '../../core/portable/items/guestMessage.ts';
import { isPoison, reasonOf } from '../shared/batch/poison.ts';
import { measure } from '../shared/measure.ts';
import { claim } from './claim.ts';
import { render } from './mail/render.ts';
import { send } from './mail/send.ts';
import { RefusedError } from './mail/sendError.ts';
import { placeOf } from './place.ts';
import { putMarker } from './putMarker.ts';

/**
 * Claims the message, writes the mail, has it sent, and notes what became of it. After a crash in between, the claim runs out
 * and the next delivery of the event sends it: where the mail had gone out already, a second time.
 * @throws when it was not sent and may be tried again
 */
export async function tell(message: Message, { isLastTry }: { isLastTry: boolean }): Promise<void> {
  const claimed = await claim(message);
  if (claimed === null) return;
  let messageId: string;
  try {
    messageId = await send(render(contentOf(message, await placeOf(message.booking))), message);
  } catch (error) {
    return fail(claimed, error, isLastTry);
  }
  await settle(claimed, { state: 'SENT', messageId });
  measure('GuestMessagesSent', 1);
}

async function fail(claimed: GuestMessageItem, error: unknown, isLastTry: boolean): Promise<void> {
  const reason = reasonOf(error);
  const isFinal = error instanceof RefusedError;
  if (isFinal || isLastTry || isPoison(error)) {
    measure('GuestMessagesFailed', 1);
    await settle(claimed, { state: 'FAILED', reason, isFinal });
  } else await settle(claimed, { state: 'PENDING', reason });
  if (!isFinal) throw error;
}

/** Whoever has claimed it since notes what becomes of it. */
async function settle(claimed: GuestMessageItem, outcome: Outcome): Promise<void> {
  await putMarker(settledItem(claimed, outcome, new Date().toISOString()), claimed.attempts);
}
