import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';

/** What the steps of a change hand on. */
export type ChangeStash = {
  /** Of the booking that is to change. */
  id: string;
  /** Tells what this request wrote, seen after an unknown outcome, from another's change. */
  token: string;
  /** As last read; as changed once done. */
  booking: BookingItem;
  /** What the latest attempt makes of it. */
  change: Change;
  /** Nothing is left to be tried: it is done, or `free` does it. */
  isDone: boolean;
  /** Somebody waits for what the change gives back: `free` writes it, with what is offered them. */
  isWaitedFor: boolean;
};

export type ChangeContext<TArgs = { id: string }> = Context<TArgs, ChangeStash>;
