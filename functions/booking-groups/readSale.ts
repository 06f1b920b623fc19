import type { GroupOrder } from '../../core/groups/order.ts';
import { requestsOf } from '../../core/groups/order.ts';
import type { Hotel } from '../../core/groupCommit/hotel.ts';
import { pagesToRead } from '../../core/groupCommit/needs.ts';
import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem, roomTypeKey } from '../../core/portable/items/catalog.ts';
import type { GroupItem } from '../../core/portable/items/group.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { localDate } from '../shared/localDate.ts';
import { config } from './config.ts';
import { readGroup } from './readBookings.ts';

/** `group`: null where nobody has made it yet. */
export type Sale = { group: GroupItem | null; property: PropertyItem | null; hotel: Hotel };

/** All that the group is decided by, read consistently: asked for at once, so in as few calls as can be. */
export async function readSale(order: GroupOrder, now: Date): Promise<Sale> {
  const { groupId, propertyId } = order;
  const types = [...new Set(order.rooms.map(({ request }) => request.room_type_id))];
  const ofCatalog = <T>(sk: string) => getItem<T>(config.catalog, { property_id: propertyId, sk });
  const refs = pagesToRead(requestsOf(order, ''));
  const [group, property, roomTypes, pages] = await Promise.all([
    readGroup(groupId),
    ofCatalog<PropertyItem>(PROPERTY_KEY),
    Promise.all(types.map((type) => ofCatalog<RoomTypeItem>(roomTypeKey(type)))),
    Promise.all(refs.map((ref) => getItem<Record<string, unknown>>(config.tables.Inventory, ref))),
  ]);
  return {
    group,
    property,
    hotel: {
      pages: pages.filter((page) => page !== null).map(plainPage),
      roomTypes: roomTypes.filter((type) => type !== null),
      propertyToday: property ? { [propertyId]: localDate(now, property.time_zone) } : {},
    },
  };
}
