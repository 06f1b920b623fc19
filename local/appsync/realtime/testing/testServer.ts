import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RealtimeLimits } from '../options.ts';
import { createRealtimeServer, REALTIME_PATH, type RealtimeServer } from '../server.ts';
import { createManualTimers, type ManualTimers } from './manualTimers.ts';
import { connect, type ConnectOptions, type TestClient } from './testClient.ts';
import { createTestHost, type TestHost } from './testHost.ts';

export type TestServer = {
  host: TestHost;
  realtime: RealtimeServer;
  timers: ManualTimers;
  logged: string[];
  url: string;
  connect(options?: Partial<ConnectOptions>): Promise<TestClient>;
};

/** A real-time server on a free loopback port, for the time of one test. */
export async function startTestServer(limits: Partial<RealtimeLimits> = {}): Promise<TestServer> {
  const host = createTestHost();
  const timers = createManualTimers();
  const logged: string[] = [];
  const realtime = createRealtimeServer(host, { log: (line) => logged.push(line), limits, timers });
  const server = createServer().on('upgrade', realtime.handleUpgrade).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${REALTIME_PATH}`;
  onTestFinished(async () => {
    const closed = realtime.close();
    // Clients that no longer answer are cut off only when time passes.
    timers.advance(60_000);
    await closed;
    server.close();
  });
  return { host, realtime, timers, logged, url, connect: (options) => connect({ url, ...options }) };
}
