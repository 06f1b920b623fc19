import { eventId } from '../events/bookingEvent.ts';

/** What history has at most one row of. */
export type VersionKey = { booking_id: string; version: number };

/** The key as one text: the id of the version's event. */
export const rowKey = ({ booking_id, version }: VersionKey): string => eventId(booking_id, version);
