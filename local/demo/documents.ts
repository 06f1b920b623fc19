import type { SetInventoryInput } from '../../generated/types.ts';
import type { DemoHotel } from './hotel.ts';

/** One GraphQL document with its variables. Its mutations run one after the other, as they stand. */
export type Operation = { query: string; variables: Record<string, unknown> };

/** Creates a hotel and its room types. */
export function createHotel(hotel: DemoHotel): Operation {
  const { id: propertyId } = hotel.property;
  const roomTypes = hotel.roomTypes.map(({ id, name, rank, adults, children }) => ({
    propertyId,
    id,
    name,
    rank,
    adults,
    children,
  }));
  const fields = roomTypes.map((_, n) => `type${n}: putRoomType(input: $type${n}) { id }`);
  const declarations = roomTypes.map((_, n) => `$type${n}: PutRoomTypeInput!`);
  return {
    query: `mutation (${['$property: PutPropertyInput!', ...declarations].join(', ')}) {
      property: putProperty(input: $property) { id }
      ${fields.join('\n')}
    }`,
    variables: { property: hotel.property, ...Object.fromEntries(roomTypes.map((input, n) => [`type${n}`, input])) },
  };
}

/** Sets stock, rates and restrictions one after the other. */
export function setInventory(inputs: SetInventoryInput[]): Operation {
  const declarations = inputs.map((_, n) => `$set${n}: SetInventoryInput!`);
  const fields = inputs.map((_, n) => `set${n}: setInventory(input: $set${n}) { roomTypeId }`);
  return {
    query: `mutation (${declarations.join(', ')}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries(inputs.map((input, n) => [`set${n}`, input])),
  };
}
