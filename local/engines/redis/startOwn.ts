import { engineFolder } from '../process/engineFolder.ts';
import { EngineMissingError } from '../process/errors.ts';
import { explainStart } from '../process/explain.ts';
import { type ReservedPort, reservePort } from '../process/reservePort.ts';
import { type RunningEngine, startEngine } from '../process/startEngine.ts';
import { askRedis, type RedisAddress } from './ask.ts';
import { reserveClusterPort } from './clusterPort.ts';
import { INSTALL_REDIS, redisArguments, redisProgram, type RedisSettings } from './command.ts';
import type { Redis } from 'ioredis';

type OwnRedis = Pick<RedisSettings, 'cluster' | 'password' | 'parameters'> & {
  name: string;
  dataFolder: string | null;
  port: ReservedPort | undefined;
  /** Is the answering Redis ready for use? */
  ready(redis: Redis): Promise<boolean>;
  startTimeoutMs: number;
  log?: ((line: string) => void) | undefined;
  onExit?: ((line: string) => void) | undefined;
};

/** Starts a Redis as a child process. @throws {EngineMissingError} @throws {EngineStartError} */
export async function startOwnRedis(own: OwnRedis): Promise<RunningEngine> {
  const { name, dataFolder, cluster, password, parameters, ready } = own;
  const program = redisProgram();
  if (program === null) throw new EngineMissingError(`There is no redis-server here. ${INSTALL_REDIS}`);
  const reserved = own.port ?? (await (cluster ? reserveClusterPort() : reservePort()));
  const { folder, remove } = engineFolder('redis', dataFolder);
  const settings = { folder, keep: dataFolder !== null, cluster, password, parameters };
  await reserved.release();
  return startEngine(
    {
      name,
      command: (port) => ({ program: program.path, env: program.env, args: redisArguments({ ...settings, port }) }),
      answers: (port) => answers({ host: '127.0.0.1', port, password }, ready),
      explain: (outcome, lines) =>
        explainStart({ name, program: program.path, install: INSTALL_REDIS }, outcome, lines),
      cleanUp: remove,
      startTimeoutMs: own.startTimeoutMs,
      log: own.log,
      onExit: own.onExit,
    },
    reserved.port,
  );
}

async function answers(address: RedisAddress, ready: OwnRedis['ready']): Promise<boolean> {
  try {
    return await askRedis(address, async (redis) => (await redis.ping()) === 'PONG' && ready(redis));
  } catch {
    return false; // Not listening, or still loading; the caller goes on until the process ends or time is up.
  }
}
