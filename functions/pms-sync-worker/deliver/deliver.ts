import { setTimeout as delay } from 'node:timers/promises';
import { nextDelay } from '../../../core/pms/policy/nextDelay.ts';
import { retryPolicy } from '../config.ts';
import { attempt } from './attempt.ts';
import { DONE, type Order, type Result } from './order.ts';
import { oweBooking } from './oweBooking.ts';

/** A longer wait is left to the payment of the debt: who waits here holds up the rest of the batch. */
const MOST_WAIT_MS = 5_000;

/**
 * Tells the PMS of a booking, with a few retries. What can't be told now is owed: it is kept among the property's debt,
 * and paid when the PMS is there again.
 * @param deadline epoch milliseconds before which the last try must begin
 * @throws where the tables do not answer: whether it was told is not known, and the message must come again
 */
export async function deliver(order: Order, deadline: number): Promise<Result> {
  for (let retry = 1; ; retry++) {
    const tried = await attempt({ ...order, isRepeat: order.isRepeat || retry > 1 });
    if (tried.kind === 'nothing') return DONE;
    if (tried.kind === 'told') return tried.result;
    const { booking, sync, failure } = tried;
    const wait = failure ? nextDelay(retry, retryPolicy, Math.random(), failure.retryAfterSeconds) : null;
    const isTooLong = wait === null || wait * 1000 > MOST_WAIT_MS || Date.now() + wait * 1000 > deadline;
    if (isTooLong) return oweBooking(order, booking, sync);
    await delay(wait * 1000);
  }
}
