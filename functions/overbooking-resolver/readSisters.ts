import type { StayBooking } from '../../core/overbooking/reallocation/booking.ts';
import { nearest } from '../../core/overbooking/sisters/nearest.ts';
import type { Sister } from '../../core/overbooking/sisters/proposeSisters.ts';
import { GROUP_INDEX, type PropertyItem } from '../../core/portable/items/catalog.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { readCalendar } from '../shared/overbookings/readCalendar.ts';
import { readCatalog } from '../shared/overbookings/readCatalog.ts';
import { config } from './config.ts';

/** Sisters looked at: those further away are no offer to a guest who stands at the desk. */
const MOST_SISTERS = 10;

/** The nearest properties of the same group and Region, with what is free there for the stays. */
export async function readSisters(origin: PropertyItem, stays: StayBooking[]): Promise<Sister[]> {
  if (!origin.group_id || stays.length === 0) return [];
  const group = await queryAll<PropertyItem>({
    TableName: config.catalogTable,
    IndexName: GROUP_INDEX,
    KeyConditionExpression: '#g = :g',
    ExpressionAttributeNames: { '#g': 'group_id' },
    ExpressionAttributeValues: { ':g': origin.group_id },
  });
  const others = group.filter(
    ({ property_id, home_region }) => property_id !== origin.property_id && home_region === config.region,
  );
  const months = {
    first: stays.reduce((least, { arrival }) => (arrival < least ? arrival : least), stays[0].arrival).slice(0, 7),
    last: stays.reduce((most, { departure }) => (departure > most ? departure : most), stays[0].departure).slice(0, 7),
  };
  const sisters = await Promise.all(
    nearest(origin, others)
      .slice(0, MOST_SISTERS)
      .map((property) => readSister(property, months)),
  );
  return sisters.flat();
}

async function readSister({ property_id }: PropertyItem, months: { first: string; last: string }): Promise<Sister[]> {
  const [catalog, pages] = await Promise.all([
    readCatalog(config.catalogTable, property_id),
    readCalendar(config.inventoryTable, property_id, months),
  ]);
  return catalog ? [{ ...catalog, pages }] : [];
}
