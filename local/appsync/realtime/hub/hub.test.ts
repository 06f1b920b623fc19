import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/testServer.ts';

const MUTATION = 'publishBookingChange';
const filterOf = (fieldName: string, operator: string, value: unknown) => ({
  filterGroup: [{ filters: [{ fieldName, operator, value }] }],
});

describe('publish', () => {
  it('completes the published object with the selection of each subscription', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const errors = [{ message: 'Cannot return null', path: ['onBookingChanged'] }];
    server.host.accept = { select: async (published) => ({ data: { picked: published }, errors }) };
    await client.subscribe('a');
    await server.realtime.hub.publish(MUTATION, { id: 'b1', status: 'CONFIRMED' });
    const payload = { data: { picked: { id: 'b1', status: 'CONFIRMED' } }, errors };
    expect(await client.next()).toEqual({ type: 'data', id: 'a', payload });
  });

  it('reaches the subscriptions of that mutation only', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    await client.subscribe('booking');
    server.host.accept = { mutations: ['publishAvailabilityChange', 'setInventory'] };
    await client.subscribe('availability');
    await server.realtime.hub.publish('setInventory', {});
    await server.realtime.hub.publish(MUTATION, {});
    expect(await client.next()).toMatchObject({ type: 'data', id: 'availability' });
    expect(await client.next()).toMatchObject({ type: 'data', id: 'booking' });
  });

  it('resolves when there is nobody', async () => {
    const server = await startTestServer();
    await server.realtime.hub.publish(MUTATION, {});
    expect(server.logged).toEqual([]);
  });

  it('filters by the arguments that were given', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    await client.subscribe('all');
    await client.subscribe('p1', { propertyId: 'p1' });
    await client.subscribe('no property', { propertyId: null });
    await server.realtime.hub.publish(MUTATION, { propertyId: 'p1' });
    await server.realtime.hub.publish(MUTATION, { propertyId: 'p2' });
    await server.realtime.hub.publish(MUTATION, { status: 'property not selected' });
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push((await client.next('data')) as { id: string });
    expect(ids.map(({ id }) => id)).toEqual(['all', 'p1', 'all', 'all', 'no property']);
  });

  it('lets an enhanced filter replace filtering by arguments', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.accept = { filter: filterOf('status', 'in', ['CONFIRMED', 'CANCELLED']) };
    await client.subscribe('a', { propertyId: 'p1' });
    await server.realtime.hub.publish(MUTATION, { propertyId: 'p1', status: 'HELD' });
    await server.realtime.hub.publish(MUTATION, { propertyId: 'p2', status: 'CONFIRMED' });
    expect(JSON.stringify(await client.next())).toContain('p2');
    expect(client.waiting).toEqual([]);
  });

  it('keeps the order of publications for a subscriber, however long selecting takes', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    const { promise: slow, resolve } = Promise.withResolvers<void>();
    server.host.accept = {
      async select(published) {
        if (published === 1) await slow;
        return { data: published };
      },
    };
    await client.subscribe('a');
    const published = [1, 2, 3].map((version) => server.realtime.hub.publish(MUTATION, version));
    resolve();
    await Promise.all(published);
    for (const version of [1, 2, 3]) expect(await client.next()).toMatchObject({ payload: { data: version } });
  });

  it('tells a subscriber whose selection fails, and serves the others', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.accept = { select: () => Promise.reject(new Error('select broke')) };
    await client.subscribe('broken');
    server.host.accept = {};
    await client.subscribe('well');
    await server.realtime.hub.publish(MUTATION, {});
    const answers = [await client.next('data'), await client.next('data')];
    const errors = [{ errorType: 'InternalFailure', message: 'Internal error' }];
    expect(answers).toContainEqual({ type: 'data', id: 'broken', payload: { data: null, errors } });
    expect(answers).toContainEqual({ type: 'data', id: 'well', payload: { data: { onBookingChanged: {} } } });
    expect(server.logged.join()).toContain('select broke');
  });

  it('reaches a thousand subscribers fast and lets the event loop turn meanwhile', async () => {
    const server = await startTestServer();
    const clients = await Promise.all(Array.from({ length: 10 }, () => server.connect()));
    for (const client of clients) {
      for (let index = 0; index < 100; index += 1) client.start(`s${index}`);
      for (let index = 0; index < 100; index += 1) await client.next('start_ack');
    }
    let turns = 0;
    const count = setImmediate(function turn() {
      turns += 1;
      if (turns < 10) setImmediate(turn);
    });
    const from = performance.now();
    await server.realtime.hub.publish(MUTATION, { id: 'b1' });
    const took = performance.now() - from;
    clearImmediate(count);
    expect(turns).toBeGreaterThanOrEqual(10);
    // Some 20 ms on an idle core; the bound only catches work that grows with the square of the subscribers.
    expect(took).toBeLessThan(2_000);
    for (const client of clients) {
      for (let index = 0; index < 100; index += 1) await client.next('data');
      expect(client.waiting).toEqual([]);
    }
  });

  it('forgets the subscriptions of a client that left', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    let selected = 0;
    server.host.accept = {
      async select() {
        selected += 1;
        return {};
      },
    };
    await client.subscribe('a');
    client.socket.terminate();
    await expect.poll(() => server.realtime.connections()).toBe(0);
    await server.realtime.hub.publish(MUTATION, {});
    expect(selected).toBe(0);
  });
});

describe('invalidate', () => {
  it('completes the subscriptions of that field whose invalidation filter holds', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.accept = { invalidationFilter: filterOf('userId', 'eq', 'u1') };
    await client.subscribe('u1');
    server.host.accept = { invalidationFilter: filterOf('userId', 'eq', 'u2') };
    await client.subscribe('u2');
    server.host.accept = { invalidationFilter: filterOf('userId', 'eq', 'u1'), field: 'onAvailabilityChanged' };
    await client.subscribe('other field');
    server.host.accept = {};
    await client.subscribe('no filter');
    server.realtime.hub.invalidate('onBookingChanged', { userId: 'u1' });
    expect(await client.next()).toEqual({ type: 'complete', id: 'u1' });
    await server.realtime.hub.publish(MUTATION, {});
    const ids = [await client.next('data'), await client.next('data'), await client.next('data')];
    expect(ids).toMatchObject([{ id: 'u2' }, { id: 'other field' }, { id: 'no filter' }]);
    expect(client.waiting).toEqual([]);
    // The connection and the id can be used again.
    await client.subscribe('u1');
  });

  it('refuses a malformed invalidation filter', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.host.accept = { invalidationFilter: { filterGroup: [] } };
    client.start('a');
    expect(JSON.stringify(await client.next('error'))).toContain('setSubscriptionInvalidationFilter: filterGroup');
  });
});
