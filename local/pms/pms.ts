import type { Behaviours } from '../simulator/behaviour/behaviours.ts';
import type { Protocol } from './protocols/protocol.ts';
import type { ReceivedCall } from './receivedCall.ts';
import type { ReservationBook } from './reservationBook.ts';

/** All that one simulator is, without its HTTP server. */
export type Pms = {
  book: ReservationBook;
  behaviours: Behaviours;
  /** The last ten thousand deliveries, oldest first. */
  calls: ReceivedCall[];
  /** By the last part of a delivery's path. */
  protocols: Record<Protocol['name'], Protocol>;
  log(line: string): void;
};
