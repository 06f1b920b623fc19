import { describe, expect, test } from 'vitest';
import { ask, testApi } from '../../testing/testApi.ts';

const SCHEMA = `
  type Query { room(id: ID!, input: RoomInput, size: Int): Room }
  type Room { id: ID name: String twin: Room }
  input RoomInput { name: String! beds: Int }`;
const api = testApi(SCHEMA);

describe('validation errors in the words seen from AppSync', () => {
  test.each([
    ['{ x }', "FieldUndefined: Field 'x' in type 'Query' is undefined @ 'x'"],
    ['{ room(id: 1) { twin { y } } }', "FieldUndefined: Field 'y' in type 'Room' is undefined @ 'room/twin/y'"],
    ['{ room(id: 1) }', "SubSelectionRequired: Sub selection required for type Room of field room @ 'room'"],
    [
      '{ room(id: 1) { name { a } } }',
      "SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field name @ 'room/name'",
    ],
    ['{ room(id: 1, frob: 2) { id } }', "UnknownArgument: Unknown field argument frob @ 'room'"],
    ['{ room { id } }', "MissingFieldArgument: Missing field argument id @ 'room'"],
    [
      '{ room(id: 1, input: {beds: 2}) { id } }',
      "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='beds', value=IntValue{value=2}}]}' is missing required fields '[name]' @ 'room'",
    ],
    [
      '{ room(id: 1, size: "big") { id } }',
      "WrongType: argument 'size' with value 'StringValue{value='big'}' is not a valid 'Int' @ 'room'",
    ],
    [
      '{ room(id: 1, input: {name: "a", z: 1}) { id } }',
      "WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='name', value=StringValue{value='a'}}, ObjectField{name='z', value=IntValue{value=1}}]}' contains a field not in 'RoomInput': 'z' @ 'room'",
    ],
    ['query($a: Nope) { room(id: $a) { id } }', 'UnknownType: Unknown type Nope'],
    [
      'query($a: String) { room(id: $a) { id } }',
      "VariableTypeMismatch: Variable type 'String' doesn't match expected type 'ID!' @ 'room'",
    ],
    ['query($a: ID) { room(id: 1) { id } }', 'UnusedVariable: Unused variable a'],
    ['{ room(id: $a) { id } }', "UndefinedVariable: Undefined variable a @ 'room'"],
    ['{ room(id: 1) { ...F } }', "UndefinedFragment: Undefined fragment F @ 'room'"],
    ['{ room(id: 1) { id } } fragment F on Room { id }', "UnusedFragment: Unused fragment F @ 'F'"],
  ])('%s', async (query, message) => {
    const answer = await ask(api, query);
    expect(answer.status).toBe(200);
    expect(answer.data).toBeNull();
    expect(answer.errors?.map((error) => error.message)).toEqual([`Validation error of type ${message}`]);
    expect(answer.errors?.[0]).toMatchObject({ path: null, locations: [{ line: 1, sourceName: null }] });
  });
});

test('errors come in the order of the query', async () => {
  const { errors } = await ask(api, '{ room(id: 1, frob: 2) { y } x }');
  expect(errors?.map(({ message }) => message.split(':')[0])).toEqual([
    'Validation error of type UnknownArgument',
    'Validation error of type FieldUndefined',
    'Validation error of type FieldUndefined',
  ]);
});

test('introspection works, and switched off is undefined fields; __typename always works', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await ask(api, query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  const closed = testApi(SCHEMA, { introspection: false });
  expect((await ask(closed, query)).errors?.[0]?.message).toBe(
    "Validation error of type FieldUndefined: Field 'queryType' in type '__Schema' is undefined @ '__schema/queryType'",
  );
  expect((await ask(closed, '{ __typename }')).data).toEqual({ __typename: 'Query' });
});
