import { type StayBooking, movableStanding } from '../../core/overbooking/reallocation/booking.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { config } from './config.ts';
import type { SeenNight } from './noteNights.ts';
import type { House } from './readHouse.ts';

/** What moving needs to know; guests' names stay where they are. */
const ATTRIBUTES: (keyof StayBooking)[] = [
  'booking_id',
  'property_id',
  'room_type_id',
  'arrival',
  'departure',
  'units',
  'adults',
  'children',
  'version',
  'created_at',
  'status',
];

/**
 * The bookings that may be moved out of the nights. Who has arrived before today is taken to be in the room, and stays:
 * so the stays that reach a night begin between today and it.
 * @param known newer states of some bookings than the index may have
 */
export async function readBookings(
  { property, today }: House,
  nights: SeenNight[],
  known: ReadonlyMap<string, StayBooking>,
): Promise<StayBooking[]> {
  const last = nights.reduce((latest, { date }) => (date > latest ? date : latest), today);
  const first = nights.reduce((earliest, { date }) => (date < earliest ? date : earliest), last);
  const items = await queryAll<StayBooking>({
    TableName: config.bookingsTable,
    IndexName: 'byProperty',
    KeyConditionExpression: '#p = :p AND #a BETWEEN :today AND :last',
    // A stay that departs on the first night does not take it.
    FilterExpression: '#d > :first',
    ProjectionExpression: ATTRIBUTES.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: {
      ...Object.fromEntries(ATTRIBUTES.map((name) => [`#${name}`, name])),
      '#p': 'property_id',
      '#a': 'arrival',
      '#d': 'departure',
    },
    ExpressionAttributeValues: { ':p': property.property_id, ':today': today, ':last': last, ':first': first },
  });
  return items.map((item) => newest(item, known)).filter(({ status }) => movableStanding(status) !== 'NONE');
}

function newest(item: StayBooking, known: ReadonlyMap<string, StayBooking>): StayBooking {
  const other = known.get(item.booking_id);
  return other && other.version > item.version ? other : item;
}
