import type { Context } from 'aws-lambda';
import type { BookGroupInput } from '../../generated/types.ts';
import { orderOf } from '../../core/groups/order.ts';
import type { GroupItem } from '../../core/portable/items/group.ts';
import type { Cancelling } from '../../core/portable/lifecycle/cancel.ts';
import type { Answer } from './answer.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { newReference } from '../shared/bookings/newReference.ts';
import { memberId } from './memberId.ts';
import { untilDone } from './untilDone.ts';

/** The resolvers have checked who asks, and that the values are in bounds. */
export type Event =
  | { action: 'book'; groupId: string; caller: { id: string; isGuest: boolean }; input: BookGroupInput }
  | ({ action: 'cancel'; group: GroupItem } & Cancelling);

/** Books or cancels the bookings of a group, all in one transaction. */
export async function handler(event: Event, context: Context): Promise<Answer> {
  switch (event.action) {
    case 'book': {
      const { groupId, caller, input } = event;
      const members = input.rooms.map((_, at) => ({ bookingId: memberId(groupId, at), reference: newReference() }));
      const order = orderOf(input, groupId, caller, members);
      return untilDone(context, () => book(order));
    }
    case 'cancel':
      return untilDone(context, () => cancel(event.group, event));
    default:
      return event satisfies never;
  }
}
