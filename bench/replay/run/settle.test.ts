import { expect, test } from 'vitest';
import type { GraphqlClient, Outcome } from '../../client/graphqlClient.ts';
import { settle } from './settle.ts';

type Booking = { status: string; refusal: { type: string } | null };

function clientOf(...bookings: Booking[]): GraphqlClient {
  return {
    send: async <T>() => ({ kind: 'ok', data: { booking: bookings.shift() } }) as Outcome<T>,
    close: async () => undefined,
  };
}

const staff = { idToken: async () => '' };

test('waits in line until the room is confirmed', async () => {
  const client = clientOf({ status: 'QUEUED', refusal: null }, { status: 'CONFIRMED', refusal: null });
  expect(await settle(client, staff, 'b')).toEqual({ kind: 'done' });
});

test('tells why there was none', async () => {
  const client = clientOf({ status: 'REFUSED', refusal: { type: 'SoldOut' } });
  expect(await settle(client, staff, 'b')).toEqual({ kind: 'refused', type: 'SoldOut' });
});
