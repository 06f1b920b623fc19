import type { BookingItem } from '../portable/items/booking.ts';

/** What of a booking its guest agreed to, or is named in. */
export type BookingPart = 'STAY' | 'ROOM_TYPE' | 'UNITS' | 'PARTY' | 'PRICE' | 'GUEST';

/** What each part is made of, as text. Whose account a booking belongs to and which language it is told in change nothing of it. */
const PARTS: Record<BookingPart, (item: BookingItem) => unknown[]> = {
  STAY: ({ property_id, arrival, departure }) => [property_id, arrival, departure],
  ROOM_TYPE: ({ room_type_id }) => [room_type_id],
  UNITS: ({ units }) => [units],
  PARTY: ({ adults, children }) => [adults, children],
  PRICE: ({ total_amount, currency }) => [total_amount, currency],
  GUEST: ({ guest }) => [guest.name, guest.email, guest.phone ?? null],
};

/** The parts in which two states of a booking differ; none where there was none before. */
export function changedParts(before: BookingItem | null, after: BookingItem): BookingPart[] {
  if (before === null) return [];
  const names = Object.keys(PARTS) as BookingPart[];
  return names.filter((name) => PARTS[name](before).some((value, at) => value !== PARTS[name](after)[at]));
}
