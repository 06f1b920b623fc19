import type { Context } from '@aws-appsync/utils';
import type { KeyList } from '../../core/portable/search/mergeLists.ts';
import type { BookingConnection, QueryPropertyBookingsArgs } from '../../generated/types.ts';

/** What the steps hand on. */
export type Stash = {
  /** Days of arrival, both inclusive. */
  arrivals: { first: string; last: string };
  limit: number;
  /** As the table has it; null where nobody asked for one. */
  reference: string | null;
  /** The plain beginning of a name; null where nobody asked for one. */
  beginning: string | null;
  /** Behind which place the next look begins; null once everything was looked at. */
  next: string | null;
  /** Of the present look: what `byName` answered. */
  byName: KeyList;
  /** Bookings that were found, in their order. */
  ids: string[];
  page: Pick<BookingConnection, 'nextToken'> & { items: unknown[] };
};

export type ListContext = Context<QueryPropertyBookingsArgs, Stash>;
