import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRealtimeServer, type RealtimeServer } from './realtime/server.ts';
import { connect } from './realtime/testing/testClient.ts';
import { API_KEY, code, testApi, unit } from './testing/testApi.ts';

const AUTHORIZATION = { host: 'api.example', 'x-api-key': API_KEY };
const api = testApi(
  `type Query { a: String }
   type Mutation { publishBooking(id: ID!, propertyId: ID!): Booking }
   type Subscription { onBooking(propertyId: ID!): Booking @aws_subscribe(mutations: ["publishBooking"]) }
   type Booking { id: ID! propertyId: ID! status: String }`,
  {
    resolvers: [
      unit(
        'Mutation.publishBooking',
        'none',
        code(`return {payload: {id: ctx.args.id, propertyId: ctx.args.propertyId, status: 'NEW'}}`),
      ),
    ],
  },
);
let server: Server;
let realtime: RealtimeServer;
let address: string;

beforeAll(async () => {
  realtime = createRealtimeServer(api.realtimeHost, { log: () => {} });
  api.attachHub(realtime.hub);
  server = createServer(api.handle).on('upgrade', realtime.handleUpgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await realtime.close();
  server.close();
});

test('a mutation over HTTP reaches the subscribers over WebSocket whose arguments match', async () => {
  const client = await connect({ url: `ws://${address}/graphql/realtime`, headers: AUTHORIZATION });
  client.send({ type: 'connection_init' });
  expect(await client.next()).toMatchObject({ type: 'connection_ack' });
  const query = 'subscription($p: ID!) { onBooking(propertyId: $p) { id status } }';
  const start = (id: string, p: string) =>
    client.send({
      id,
      type: 'start',
      payload: { data: JSON.stringify({ query, variables: { p } }), extensions: { authorization: AUTHORIZATION } },
    });
  start('1', 'p1');
  expect(await client.next()).toEqual({ type: 'start_ack', id: '1' });
  start('2', 'p2');
  expect(await client.next()).toEqual({ type: 'start_ack', id: '2' });

  const answer = await fetch(`http://${address}/graphql`, {
    method: 'POST',
    headers: { 'x-api-key': API_KEY },
    body: JSON.stringify({ query: 'mutation { publishBooking(id: 7, propertyId: "p2") { id propertyId } }' }),
  });
  expect(await answer.json()).toEqual({ data: { publishBooking: { id: '7', propertyId: 'p2' } } });
  // The mutation did not select `status`: subscribers get null.
  expect(await client.next()).toEqual({
    type: 'data',
    id: '2',
    payload: { data: { onBooking: { id: '7', status: null } } },
  });
  expect(client.waiting.filter(({ type }) => type === 'data')).toEqual([]);
});
