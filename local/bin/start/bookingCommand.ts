import { randomUUID } from 'node:crypto';
import type { ExampleStay } from './exampleStay.ts';

const mutation =
  'mutation Book($input: BookRoomInput!) { bookRoom(input: $input) { id status nights totalPrice { amount currency } remaining } }';

/** A command for bash that books a stay, whole in one line. Sent twice it books once, for it carries the booking's id. */
export function bookingCommand(graphqlUrl: string, guestToken: string, stay: ExampleStay): string {
  const input = { bookingId: randomUUID(), ...stay, guest: { name: 'Ines Prado', email: 'ines@guests.example' } };
  const body = JSON.stringify({ query: mutation, variables: { input } });
  const words = [
    'curl',
    '-s',
    graphqlUrl,
    '-H',
    'content-type: application/json',
    '-H',
    `authorization: ${guestToken}`,
    '-d',
    body,
  ];
  return words.map(quoted).join(' ');
}

/** In single quotes bash takes everything as it is, but for the quote itself. */
function quoted(word: string): string {
  return /^[\w:/.-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
