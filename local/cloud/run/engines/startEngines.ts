import { join } from 'node:path';
import { type MariaDbEngine, startMariaDb } from '../../../engines/mariadb.ts';
import { EngineMissingError } from '../../../engines/process/errors.ts';
import { type RedisEngine, startRedis } from '../../../engines/redis.ts';
import type { CloudOptions, EngineOff } from '../../contract.ts';
import type { Lifecycle } from '../../lifecycle.ts';
import type { CachePlan } from '../../plan/cachePlan.ts';
import type { DatabasePlan } from '../../plan/databasePlan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { EnginePlace, EnginePlaces } from './places.ts';
import { prepareDatabase } from './prepareDatabase.ts';
import { functionsUsing } from './functionsUsing.ts';

/** Null where the template asks for none, or where it is missing, which `off` says. */
export type Engines = { redis: RedisEngine | null; mariadb: MariaDbEngine | null; off: EngineOff[] };

type Options = Pick<CloudOptions, 'dataFolder' | 'log'>;

/**
 * Starts the engines that the plan asks for, at the places that the functions know. An engine that is not on this
 * machine is off; the rest runs without it.
 * @throws {EngineStartError} an engine is there but does not start
 */
export async function startEngines(
  plan: Plan,
  places: EnginePlaces,
  options: Options,
  lifecycle: Lifecycle,
): Promise<Engines> {
  const [cache] = plan.caches;
  const [database] = plan.databases;
  const off: EngineOff[] = [];
  const start = async <Engine>(
    what: string,
    place: EnginePlace,
    work: () => Promise<Engine>,
  ): Promise<Engine | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EngineMissingError)) throw error;
      const functions = functionsUsing(plan, place.url);
      off.push({ what, why: error.message, functions });
      options.log?.(`${what} is off, and with it ${namesOf(functions)}: ${error.message}`);
      return null;
    }
  };
  const [redis, mariadb] = await Promise.all([
    cache && start('Redis', places.redis, () => startCache(cache, places.redis, options, lifecycle)),
    database && start('MariaDB', places.mysql, () => startDatabase(database, places.mysql, options, lifecycle)),
  ]);
  return { redis: redis ?? null, mariadb: mariadb ?? null, off };
}

const namesOf = (arns: string[]): string => arns.map((arn) => arn.split(':').at(-1)).join(', ') || 'no function';

async function startCache(
  { cluster, password, parameters }: CachePlan,
  { port }: EnginePlace,
  options: Options,
  lifecycle: Lifecycle,
): Promise<RedisEngine> {
  const common = settings('redis', options);
  const started = startRedis({ ...common, ...(port && { port }), cluster, password, parameters });
  stopWith(lifecycle, 'Redis', started);
  return started;
}

async function startDatabase(
  plan: DatabasePlan,
  { port }: EnginePlace,
  options: Options,
  lifecycle: Lifecycle,
): Promise<MariaDbEngine> {
  const common = settings('mariadb', options);
  const started = startMariaDb({ ...common, ...(port && { port }), parameters: plan.parameters });
  stopWith(lifecycle, 'MariaDB', started);
  const engine = await started;
  await prepareDatabase(engine, plan);
  return engine;
}

function settings(name: string, { dataFolder, log }: Options) {
  return {
    dataFolder: dataFolder === null ? null : join(dataFolder, name),
    ...(log && { log: (line: string) => log(`${name}: ${line}`), onExit: log }),
  };
}

/** Stopped even when it was not up yet when something else failed. */
function stopWith(lifecycle: Lifecycle, name: string, started: Promise<{ stop(): Promise<void> }>): void {
  lifecycle.add(name, async () => {
    // A start that failed has been reported by whoever awaited it, and left nothing to stop.
    const engine = await started.catch(() => null);
    await engine?.stop();
  });
}
