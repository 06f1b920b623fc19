import type { PutPropertyInput, PutRoomTypeInput, SetInventoryInput } from '../../generated/types.ts';
import { atOnce } from './atOnce.ts';
import type { GraphqlClient } from './graphqlClient.ts';
import type { Session } from './session.ts';

/** What must be loaded before a hotel can sell. */
export type HotelStock = { property: PutPropertyInput; roomTypes: PutRoomTypeInput[]; inventory: SetInventoryInput[] };

const PUT_PROPERTY = 'mutation($input: PutPropertyInput!) { putProperty(input: $input) { id } }';
const PUT_ROOM_TYPE = 'mutation($input: PutRoomTypeInput!) { putRoomType(input: $input) { id } }';
const SET_INVENTORY = 'mutation($input: SetInventoryInput!) { setInventory(input: $input) { roomTypeId } }';

/** A few at once: each writes pages of its own. */
const LOADERS = 4;

/** Loads a hotel through the API. @throws when anything of it is refused, with what and why */
export async function loadHotel(client: GraphqlClient, operator: Session, hotel: HotelStock): Promise<void> {
  const send = async (query: string, input: object) => {
    const outcome = await client.send(query, { input }, await operator.idToken());
    if (outcome.kind === 'ok') return;
    const why = outcome.kind === 'refused' ? `${outcome.type}: ${outcome.message}` : outcome.message;
    throw new Error(`Loading ${hotel.property.id} failed at ${JSON.stringify(input)}: ${why}`);
  };
  await send(PUT_PROPERTY, hotel.property);
  await atOnce(hotel.roomTypes, LOADERS, (input) => send(PUT_ROOM_TYPE, input));
  await atOnce(hotel.inventory, LOADERS, (input) => send(SET_INVENTORY, input));
}
