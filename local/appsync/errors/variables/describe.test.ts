import { expect, test } from 'vitest';
import { ask, testApi } from '../../testing/testApi.ts';

const api = testApi(`
  type Query { book(input: BookInput!, when: AWSDate): String }
  input BookInput { name: String! guest: GuestInput from: AWSDate }
  input GuestInput { phone: AWSPhone email: AWSEmail! }`);
const QUERY = 'query Q($input: BookInput!, $when: AWSDate) {\n book(input: $input, when: $when) }';

test.each([
  ['a missing variable', {}, "Variable 'input' has coerced Null value for NonNull type 'BookInput!'"],
  ['a null', { input: null }, "Variable 'input' has coerced Null value for NonNull type 'BookInput!'"],
  [
    'a missing field inside',
    { input: { name: 'a', guest: {} } },
    "Variable 'input' has coerced Null value for NonNull type 'AWSEmail!'",
  ],
  ['a null inside', { input: { name: null } }, "Variable 'input' has coerced Null value for NonNull type 'String!'"],
  [
    'a scalar that does not parse',
    { input: { name: 'a', guest: { email: 'a@b.c', phone: '1110004444' } } },
    "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
  ],
  [
    'a top-level scalar',
    { input: { name: 'a' }, when: '2019-12-24T04:15:57.798Z' },
    "Variable 'when' has an invalid value. Unable to parse `2019-12-24T04:15:57.798Z` as a valid date.",
  ],
])("%s is explained in AppSync's words, at the variable", async (_, variables, message) => {
  const answer = await ask(api, QUERY, variables);
  expect(answer).toMatchObject({ status: 200, data: null, errors: [{ path: null, message }] });
  expect(answer.errors?.[0]?.locations).toMatchObject([{ line: 1, sourceName: null }]);
});

test('an unknown field has no location', async () => {
  const { errors } = await ask(api, QUERY, { input: { name: 'a', frob: 1 } });
  expect(errors).toEqual([
    {
      path: null,
      locations: null,
      message: "The variables input contains a field that is not defined for input object type 'BookInput' ",
    },
  ]);
});
