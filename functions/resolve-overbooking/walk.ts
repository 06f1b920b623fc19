import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import type { PropertyItem } from '../../core/portable/items/catalog.ts';
import type { Stay } from '../../core/portable/sale/stay.ts';

/** What is free at the sister: its pages for the parts of the stay, in order. */
export type Offer = { stay: Stay; pages: CalendarPage[] };

/** One booking to the room type `to` of a sister property. */
export type Walk = Offer & { booking: BookingItem; sister: PropertyItem; to: string };
