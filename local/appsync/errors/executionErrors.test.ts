import { expect, test } from 'vitest';
import { ask, code, testApi, unit } from '../testing/testApi.ts';

const SCHEMA = `
  type Query { rooms: [Room] room: Room strict: Room! }
  type Room { id: ID! size: Int kind: Kind at: AWSDateTime tags: [String] twin: Room twinOrNone: Room }
  enum Kind { SINGLE DOUBLE }`;
const answering = (field: string, value: string) =>
  testApi(SCHEMA, { resolvers: [unit(field, 'none', code(`return {payload: ${value}}`))] });

test('a null in a non-null field names types and path, and bubbles to the nearest nullable parent', async () => {
  const { data, errors } = await ask(answering('Query.rooms', '[{id: 1}, {}]'), '{ rooms { id } }');
  expect(data).toEqual({ rooms: [{ id: '1' }, null] });
  expect(errors).toEqual([
    {
      path: ['rooms', 1, 'id'],
      locations: null,
      message: "Cannot return null for non-nullable type: 'ID' within parent 'Room' (/rooms[1]/id)",
    },
  ]);
});

test('a non-null root field that fails makes data null', async () => {
  expect((await ask(answering('Query.strict', 'null'), '{ strict { id } }')).data).toBeNull();
});

test.each([
  [
    'at',
    `'yesterday'`,
    "Can't serialize value (/room/at) : Unable to serialize `yesterday` as a valid DateTime Object.",
  ],
  ['kind', `'TRIPLE'`, "Can't serialize value (/room/kind) : Invalid input for Enum 'Kind'. Unknown value 'TRIPLE'"],
  ['size', `'big'`, 'Can\'t serialize value (/room/size) : Int cannot represent non-integer value: "big"'],
  ['tags', `'one'`, "Can't resolve value (/room/tags) : type mismatch error, expected type LIST"],
  ['twin { id }', `[1]`, "Can't resolve value (/room/twin) : type mismatch error, expected type OBJECT"],
])('a value of %s that does not fit is null with its reason', async (field, value, message) => {
  const name = field.split(' ')[0];
  const { data, errors } = await ask(answering('Query.room', `{id: 1, ${name}: ${value}}`), `{ room { ${field} } }`);
  expect(data.room[name as string]).toBeNull();
  expect(errors).toMatchObject([{ locations: null, message }]);
});

test('a mutation where the schema has none, and an argument that turns out null, are errors about the query', async () => {
  const api = testApi('type Query { room(size: Int! = 1): Int }', {
    resolvers: [unit('Query.room', 'none', code('return {payload: ctx.args.size}'))],
  });
  expect((await ask(api, 'mutation { change }')).errors).toEqual([
    { path: null, locations: null, message: 'Schema is not configured for mutations.' },
  ]);
  const { data, errors } = await ask(api, 'query($size: Int = 2) { room(size: $size) }', { size: null });
  expect(data).toEqual({ room: null });
  expect(errors).toMatchObject([
    { path: ['room'], message: 'Argument "size" of non-null type "Int!" must not be null.' },
  ]);
});
