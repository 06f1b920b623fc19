import { expect, it, vi } from 'vitest';
import { Lifecycle } from '../../lifecycle.ts';
import type { FunctionPlan } from '../../plan/functionPlan.ts';
import { emptyPlan } from '../../plan/plan.ts';
import { reservePlaces } from './places.ts';
import { startEngines } from './startEngines.ts';
import { withoutOff } from './withoutOff.ts';

// A machine without any engine.
vi.mock('../../../engines/process/program.ts', () => ({ findProgram: () => null }));

const functionWith = (name: string, environment: Record<string, string>): FunctionPlan => ({
  constructId: name,
  name,
  arn: `arn:aws:lambda:us-west-2:000000000000:function:${name}`,
  roleArn: 'arn:aws:iam::000000000000:role/r',
  codeFolder: '/code',
  handler: 'index.handler',
  runtime: 'nodejs24.x',
  environment,
  timeoutSeconds: 3,
  memoryMiB: 128,
});

it('an engine that is missing is off, with the functions that are told where it is', async () => {
  vi.stubEnv('REDIS_URL', '');
  const lifecycle = new Lifecycle();
  const places = await reservePlaces(lifecycle);
  const { host, port } = new URL(places.redis.url);
  const plan = emptyPlan();
  plan.caches.push({ id: 'cache', cluster: true, password: null, parameters: {} });
  const functions = [
    functionWith('updater', { REDIS_PORT: port }),
    functionWith('search', { REDIS: `${host}/0` }),
    functionWith('checker', { TABLE: `t${port}`, LIMIT: `${port}0` }),
  ];
  for (const each of functions) plan.functions.set(each.arn, each);

  const said: string[] = [];
  const { redis, off } = await startEngines(
    plan,
    places,
    { dataFolder: null, log: (line) => said.push(line) },
    lifecycle,
  );
  expect(redis).toBeNull();
  expect(off).toEqual([
    {
      what: 'Redis',
      why: expect.stringMatching(/no redis-server here.*apt-get/),
      functions: functions.slice(0, 2).map(({ arn }) => arn),
    },
  ]);
  expect(said).toEqual([expect.stringMatching(/^Redis is off, and with it updater, search: There is no redis-server/)]);
  const mappings = functions.map(({ arn }) => ({ functionArn: arn }));
  expect(withoutOff(mappings, off)).toEqual([mappings[2]]);
  await lifecycle.stop();
});
