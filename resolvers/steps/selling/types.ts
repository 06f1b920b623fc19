import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import type { PropertyItem, RoomTypeItem } from '../../../core/portable/items/catalog.ts';
import type { Goal } from '../../../core/portable/sale/modeRefusal.ts';
import type { Stay } from '../../../core/portable/sale/stay.ts';
import type { MutationBookRoomArgs } from '../../../generated/types.ts';

/** What the steps hand on. */
export type Stash = {
  goal: Goal;
  stay: Stay;
  units: number;
  adults: number;
  children: number;
  bookingId: string;
  /** Set by `read`. */
  property: PropertyItem;
  roomType: RoomTypeItem;
  /** One for each part of the stay; replaced by what a refused sale brought back. */
  pages: CalendarPage[];
  /** Of the guest's claims, one of which the sale takes: until when they are taken, in epoch milliseconds. */
  claims: { claim: string; until: number; stay?: string | null }[];
  /** Set by `sell` before it sells and by `enqueue` before it queues, or by `read` where the booking exists. */
  booking: BookingItem;
  /** Units left on the scarcest night. */
  remaining: number | null;
  /** ISO 8601: the place in line, should the request come to stand in one. */
  arrivedAt: string;
  isRead: boolean;
  /** Others stand in line for one of the pages. */
  isHot: boolean;
  isDone: boolean;
};

export type SaleContext = Context<MutationBookRoomArgs, Stash>;
