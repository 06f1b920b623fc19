import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { reservePort } from './reservePort.ts';

it('keeps a port until it is released, and turns away who connects', async () => {
  const { port, release } = await reservePort(50_000);
  expect(port).toBeLessThanOrEqual(50_000);
  const visitor = connect(port, '127.0.0.1');
  visitor.on('error', () => {});
  await once(visitor, 'close');

  await release();
  await release();
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
});
