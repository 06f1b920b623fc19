import type { GraphqlClient } from '../../client/graphqlClient.ts';
import { atOnce } from '../../client/atOnce.ts';
import type { Session } from '../../client/session.ts';
import type { HotelPlan } from '../plan/hotel.ts';

const PUT_PROPERTY = 'mutation($input: PutPropertyInput!) { putProperty(input: $input) { id } }';
const PUT_ROOM_TYPE = 'mutation($input: PutRoomTypeInput!) { putRoomType(input: $input) { id } }';
const SET_INVENTORY = 'mutation($input: SetInventoryInput!) { setInventory(input: $input) { roomTypeId } }';

/** A few at once: each writes a page of its own. */
const LOADERS = 4;

/** Loads properties, room types and calendar pages through the API. @throws when anything of it is refused */
export async function loadHotels(client: GraphqlClient, operator: Session, hotels: HotelPlan[]): Promise<void> {
  const send = async (query: string, input: object) => {
    const outcome = await client.send(query, { input }, await operator.idToken());
    if (outcome.kind === 'ok') return;
    const why = outcome.kind === 'refused' ? `${outcome.type}: ${outcome.message}` : outcome.message;
    throw new Error(`Loading the hotels failed at ${JSON.stringify(input)}: ${why}`);
  };
  for (const { property, roomTypes, inventory } of hotels) {
    await send(PUT_PROPERTY, property);
    for (const roomType of roomTypes) await send(PUT_ROOM_TYPE, roomType);
    await atOnce(inventory, LOADERS, (input) => send(SET_INVENTORY, input));
  }
}
