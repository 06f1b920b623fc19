import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { MutationClaimBookingArgs } from '../../generated/types.ts';

/** What the steps hand on. */
export type Stash = {
  /** The booking, or those that share the reference. */
  ids: string[];
  /** As it was read, and once it is the caller's own as it is then. */
  booking: BookingItem;
  isDone: boolean;
};

export type ClaimContext = Context<MutationClaimBookingArgs, Stash>;
