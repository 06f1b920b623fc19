import type { WakeUp } from '../../core/groupCommit/wakeUp.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { Deadline } from '../shared/deadline.ts';
import { giveUp } from './giveUp.ts';
import { isServable } from './isServable.ts';
import { measureWait } from './measureWait.ts';
import { readHotel } from './readHotel.ts';
import { readLine } from './readLine.ts';
import { readWaiting } from './readWaiting.ts';
import { settleGroup } from './settleGroup.ts';

/** @property served how many left the line; @property isEmpty false where the time was up before */
export type Served = { served: number; isEmpty: boolean };

/**
 * Serves everybody in the line, oldest first, whoever the message tells of: so a message that was lost costs nobody his
 * turn. Those that it tells of and the index does not show yet come last, as they joined last.
 *
 * @param source ARN of the queue
 */
export async function serveLine(wakeUp: WakeUp, deadline: Deadline, source: string): Promise<Served> {
  const { queueKey, bookingIds } = wakeUp;
  const unseen = new Set(bookingIds);
  let served = 0;
  const serve = async (ids: string[]): Promise<boolean> => {
    const waiting = await readWaiting(queueKey, ids);
    const left = await serveGroup(waiting, deadline, source);
    served += waiting.length - left;
    return left === 0;
  };
  for await (const ids of readLine(queueKey)) {
    for (const id of ids) unseen.delete(id);
    if (deadline.isNear() || !(await serve(ids))) return { served, isEmpty: false };
  }
  for (const ids of groupsOf([...unseen])) {
    if (deadline.isNear() || !(await serve(ids))) return { served, isEmpty: false };
  }
  return { served, isEmpty: true };
}

/** @returns how many are left as the time is up */
async function serveGroup(waiting: BookingItem[], deadline: Deadline, source: string): Promise<number> {
  const [servable, broken] = [waiting.filter(isServable), waiting.filter((booking) => !isServable(booking))];
  await Promise.all(broken.map((booking) => giveUp(booking, 'The booking lacks what a sale takes.', source)));
  const [first, ...others] = servable;
  if (!first) return 0;
  const hotel = await readHotel([first, ...others], new Date());
  const { failed, left } = await settleGroup(servable, hotel, deadline);
  const lost = servable.filter(({ booking_id }) => failed.includes(booking_id));
  await Promise.all(lost.map((booking) => giveUp(booking, 'The sale cannot be written.', source)));
  measureWait(servable.filter(({ booking_id }) => !left.includes(booking_id)));
  return left.length;
}

/** BatchGetItem takes 100 keys, and a transaction 90 bookings. */
const MOST = 90;

function groupsOf(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) => ids.slice(at * MOST, (at + 1) * MOST));
}
