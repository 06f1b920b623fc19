import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { MutationCancelBookingArgs } from '../../generated/types.ts';

export type Stash = {
  /** Tells this request's own cancel, seen after an unknown outcome, from another's. */
  token: string;
  /** As last read; as cancelled once done. */
  booking: BookingItem;
  /** Of the latest attempt. */
  now: string;
  isDone: boolean;
};

export type CancelContext = Context<MutationCancelBookingArgs, Stash>;
