import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { GroupItem } from '../../../core/portable/items/group.ts';

/** What the steps hand on. */
export type GroupStash = {
  /** Null where there is none that the caller sees. */
  group: GroupItem | null;
  bookings: BookingItem[];
};

export type GroupContext<TArgs = { id: string }> = Context<TArgs, GroupStash>;
