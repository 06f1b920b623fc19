import { DateTime } from 'luxon';
import type { PutPropertyInput, PutRoomTypeInput, SetInventoryInput } from '../../generated/types.ts';
import type { GraphqlClient } from '../client/graphqlClient.ts';

export const BENCH_HOTEL = 'bench-hotel';
const ROOM_TYPES = 20;
const MONTHS = 6;
const TOTAL = 10_000;
const RATE = 12_500;
const TIME_ZONE = 'Europe/Lisbon';

const PUT_PROPERTY = 'mutation($input: PutPropertyInput!) { putProperty(input: $input) { id } }';
const PUT_ROOM_TYPE = 'mutation($input: PutRoomTypeInput!) { putRoomType(input: $input) { id } }';
const SET_INVENTORY = 'mutation($input: SetInventoryInput!) { setInventory(input: $input) { roomTypeId } }';

/**
 * A hotel large enough that 64 clients seldom meet on a page: 20 room types, the six whole months after this one,
 * loaded through the API. @throws when anything of it is refused
 */
export async function loadBenchHotel(client: GraphqlClient, operatorToken: string): Promise<void> {
  const send = async (query: string, input: PutPropertyInput | PutRoomTypeInput | SetInventoryInput) => {
    const outcome = await client.send(query, { input }, operatorToken);
    if (outcome.kind !== 'ok') throw new Error(`Loading ${BENCH_HOTEL} failed: ${outcome.message}`);
  };
  const first = DateTime.now().setZone(TIME_ZONE).startOf('month').plus({ months: 1 });
  const [from, to] = [first, first.plus({ months: MONTHS })].map((date) => date.toFormat('yyyy-MM-dd'));
  const place = { city: 'Lisbon', country: 'PT', timeZone: TIME_ZONE, currency: 'EUR' };
  await send(PUT_PROPERTY, { id: BENCH_HOTEL, name: 'Hotel of the benchmark', ...place });
  for (let rank = 1; rank <= ROOM_TYPES; rank += 1) {
    const id = `T${rank}`;
    await send(PUT_ROOM_TYPE, { propertyId: BENCH_HOTEL, id, name: `Room type ${rank}`, rank, adults: 2 });
    await send(SET_INVENTORY, { propertyId: BENCH_HOTEL, roomTypeId: id, from, to, total: TOTAL, rate: RATE });
  }
}
