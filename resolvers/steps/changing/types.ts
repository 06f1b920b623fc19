import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';

/** What the steps of a change hand on. */
export type ChangeStash = {
  /** Of the booking that is to change. */
  id: string;
  /** Tells what this request wrote, seen after an unknown outcome, from another's change. */
  token: string;
  /** As last read; as changed once done. */
  booking: BookingItem;
  /** What the latest attempt makes of it. */
  after: BookingItem;
  isDone: boolean;
};

export type ChangeContext<TArgs = { id: string }> = Context<TArgs, ChangeStash>;
