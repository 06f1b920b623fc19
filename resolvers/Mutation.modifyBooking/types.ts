import type { Context } from '@aws-appsync/utils';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import type { RoomTypeItem } from '../../core/portable/items/catalog.ts';
import type { MutationModifyBookingArgs } from '../../generated/types.ts';
import type { ChangeStash } from '../steps/changing/types.ts';

export type ModifyStash = ChangeStash & {
  /** Set by `terms`: the room type that is wanted, and the pages by `pageOf`. */
  roomType: RoomTypeItem;
  pages: Record<string, CalendarPage | null>;
  /** The version that they were read for; -1 before. */
  readFor: number;
};

export type ModifyContext = Context<MutationModifyBookingArgs, ModifyStash>;
