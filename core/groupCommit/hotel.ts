import type { RoomTypeItem } from '../portable/items/catalog.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { pageId, type PageRef } from './pageRef.ts';

export type RoomTypeTerms = Pick<
  RoomTypeItem,
  'property_id' | 'room_type_id' | 'adults' | 'children' | 'oversell_allowance'
>;

/** What a group of requests is decided by. */
export type Hotel = {
  /** Read consistently, the number sets as arrays. A page that is not here does not exist. */
  pages: CalendarPage[];
  roomTypes: RoomTypeTerms[];
  /** The calendar date where the property is, `YYYY-MM-DD`, by property id. */
  propertyToday: Record<string, string>;
};

/** The pages by {@link pageId}. */
export function shelve(pages: CalendarPage[]): Map<string, CalendarPage> {
  return new Map(pages.map((page) => [pageId(page), page]));
}

export function termsOf(hotel: Hotel, propertyId: string, roomTypeId: string): RoomTypeTerms | undefined {
  return hotel.roomTypes.find((terms) => terms.property_id === propertyId && terms.room_type_id === roomTypeId);
}

/** The pages with some of them read anew; null is a page that does not exist any more. */
export function withFreshPages(pages: CalendarPage[], fresh: [PageRef, CalendarPage | null][]): CalendarPage[] {
  const shelf = shelve(pages);
  for (const [ref, page] of fresh) {
    if (page) shelf.set(pageId(ref), page);
    else shelf.delete(pageId(ref));
  }
  return [...shelf.values()];
}
