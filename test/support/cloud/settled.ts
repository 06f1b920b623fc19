import { EventEmitter, once } from 'node:events';
import type { User } from './cloud.ts';
import { subscribe } from '../api/subscribe.ts';

export type SettledBooking = {
  id: string;
  status: string;
  version: number;
  refusal: { type: string; message: string } | null;
  updatedAt: string;
};

const FIELDS = 'id status version refusal { type message } updatedAt';
const WAIT_MS = 100_000;

/** What a guest hears of own bookings, live. */
export type Ear = {
  /** The booking once it waits no more. @throws when nothing is heard of it in time */
  settled(id: string): Promise<SettledBooking>;
  stop(): void;
};

/** Subscribes as the guest, before anything is booked. */
export async function listen(user: User): Promise<Ear> {
  const subscription = await subscribe(user, `subscription { onMyBookingChanged { ${FIELDS} } }`);
  const heard = new Map<string, SettledBooking>();
  const news = new EventEmitter().setMaxListeners(0);
  let isOver = false;
  const hear = async () => {
    while (!isOver) {
      // It waits for some time only: silence is no fault.
      const booking = (await subscription.next().catch(() => null)) as SettledBooking | null;
      if (booking === null || booking.status === 'QUEUED') continue;
      heard.set(booking.id, booking);
      news.emit(booking.id);
    }
  };
  void hear();
  return {
    settled: async (id) => {
      if (!heard.has(id)) await once(news, id, { signal: AbortSignal.timeout(WAIT_MS) });
      return heard.get(id)!;
    },
    stop: () => {
      isOver = true;
      subscription.stop();
    },
  };
}
