import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { ownsPort } from './ownsPort.ts';

test.runIf(process.platform === 'linux')('tells its own listening port from one that another process has', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(ownsPort(process.pid, port)).toBe(true);
  expect(ownsPort(process.ppid, port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(ownsPort(process.pid, port)).toBe(false);
});
