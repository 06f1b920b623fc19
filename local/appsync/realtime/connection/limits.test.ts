import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/testServer.ts';

const MUTATION = 'publishBookingChange';
const MINUTE = 60_000;

describe('time', () => {
  it('brings a keep-alive every minute', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.timers.advance(3 * MINUTE);
    await client.subscribe('a');
    expect(client.waiting).toEqual([{ type: 'ka' }, { type: 'ka' }, { type: 'ka' }]);
  });

  it('ends a connection after 24 hours', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    server.timers.advance(24 * 60 * MINUTE - 1);
    expect(server.realtime.connections()).toBe(1);
    server.timers.advance(1);
    expect(await client.closed).toEqual({ code: 1001, reason: 'Connections end after 86400000 ms' });
  });
});

describe('limits of a connection', () => {
  it('takes 100 subscriptions, starting ones counted', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    for (let index = 0; index < 100; index += 1) client.start(`s${index}`);
    client.start('one too many');
    const errors = [{ errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' }];
    expect(await client.next('error')).toEqual({ type: 'error', id: 'one too many', payload: { errors } });
    client.send({ type: 'stop', id: 's0' });
    await client.next('complete');
    client.start('in its place');
    for (let index = 0; index < 100; index += 1) await client.next('start_ack');
    expect(await client.next('start_ack')).toEqual({ type: 'start_ack', id: 'in its place' });
  });

  it('closes on a message of more than 240 KiB', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    client.socket.send('x'.repeat(240 * 1024 + 1));
    expect((await client.closed).code).toBe(1009);
  });

  it('drops data of more than 240 KiB and logs it, and sends the next', async () => {
    const server = await startTestServer();
    const client = await server.connect();
    await client.subscribe('a');
    await server.realtime.hub.publish(MUTATION, { id: 'big', note: 'x'.repeat(240 * 1024) });
    await server.realtime.hub.publish(MUTATION, { id: 'small' });
    expect(await client.next()).toEqual({
      type: 'data',
      id: 'a',
      payload: { data: { onBookingChanged: { id: 'small' } } },
    });
    expect(server.logged.join()).toMatch(/dropped a data message for subscription a of 245\d{3} bytes/);
  });
});

describe('a client that does not read', () => {
  it('is closed at the bound, told why, and does not keep the others waiting', async () => {
    const server = await startTestServer({ bufferedBytes: 64 * 1024 });
    const slow = await server.connect();
    const quick = await server.connect();
    await slow.subscribe('a');
    await quick.subscribe('a');
    slow.socket.pause();
    const note = 'x'.repeat(100_000);
    let published = 0;
    while (server.logged.length === 0 && published < 1_000) {
      await server.realtime.hub.publish(MUTATION, { id: String((published += 1)), note });
      expect(await quick.next()).toMatchObject({ type: 'data' });
    }
    expect(server.logged[0]).toMatch(/closed a connection that has \d+ bytes waiting/);
    slow.socket.resume();
    expect(await slow.closed).toEqual({ code: 1013, reason: 'Too slow: more than 65536 bytes are waiting to be read' });
    await server.realtime.hub.publish(MUTATION, { id: 'after' });
    expect(JSON.stringify(await quick.next())).toContain('after');
    expect(server.logged).toHaveLength(1);
  });

  it('is cut off when it never reads again', async () => {
    const server = await startTestServer({ bufferedBytes: 64 * 1024 });
    const slow = await server.connect();
    await slow.subscribe('a');
    slow.socket.pause();
    const note = 'x'.repeat(100_000);
    while (server.logged.length === 0) await server.realtime.hub.publish(MUTATION, { note });
    expect(server.realtime.connections()).toBe(1);
    server.timers.advance(5_000);
    await expect.poll(() => server.realtime.connections()).toBe(0);
  });
});
