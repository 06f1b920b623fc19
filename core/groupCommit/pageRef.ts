import { pageKey } from '../portable/items/calendarPage.ts';

/** Key of one item of the inventory table. */
export type PageRef = { property_id: string; page: string };

export function pageRef(propertyId: string, month: string, roomTypeId: string): PageRef {
  return { property_id: propertyId, page: pageKey(month, roomTypeId) };
}

/** One text a page, for maps and sets. */
export function pageId(ref: PageRef): string {
  return `${ref.property_id}#${ref.page}`;
}
