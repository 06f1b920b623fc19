import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Cloud, FaultPlan, UserSpec } from '../../../local/cloud/contract.ts';

/** What tests may ask of the process that runs the cloud, over HTTP on loopback. */
const actions = {
  signIn: (cloud: Cloud, user: UserSpec) => cloud.signIn(user),
  setFaults: (cloud: Cloud, plan: FaultPlan) => cloud.faults.set(plan),
  clearFaults: (cloud: Cloud) => cloud.faults.clear(),
  faultCounts: (cloud: Cloud) => cloud.faults.counts(),
  redisUrl: (cloud: Cloud) => cloud.engines.redis?.url,
  killRedis: (cloud: Cloud) => cloud.engines.redis?.kill(),
  restartRedis: (cloud: Cloud) => cloud.engines.redis?.restart(),
  metric: (cloud: Cloud, name: string) => cloud.metrics.get('Custom/Booking', name),
  drained: (cloud: Cloud, options: { timeoutMs?: number }) => cloud.drained(options),
  killMariaDb: (cloud: Cloud) => cloud.engines.mariadb?.kill(),
  restartMariaDb: (cloud: Cloud) => cloud.engines.mariadb?.restart(),
};

export type ControlAction = keyof typeof actions;

/** Serves the actions; `close` ends it. */
export async function startControl(cloud: Cloud): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    answer(cloud, request).then(
      (body) => response.end(JSON.stringify(body ?? null)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function answer(cloud: Cloud, request: IncomingMessage): Promise<unknown> {
  const action = actions[request.url?.slice(1) as ControlAction] as (cloud: Cloud, input: unknown) => unknown;
  if (!action) throw new Error(`There is no action ${request.url}.`);
  return action(cloud, await json(request));
}
