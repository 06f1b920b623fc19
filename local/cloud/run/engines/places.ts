import { redisAddress } from '../../../engines/redis/existing.ts';
import { mySqlAddress } from '../../../engines/mariadb/existing.ts';
import { type ReservedPort, reservePort } from '../../../engines/process/reservePort.ts';
import { reserveClusterPort } from '../../../engines/redis/clusterPort.ts';
import type { Lifecycle } from '../../lifecycle.ts';

/** Where an engine will answer, which the template's resources must be able to say before it is started. */
export type EnginePlace = { url: string; port: ReservedPort | undefined };

export type EnginePlaces = { redis: EnginePlace; mysql: EnginePlace };

/**
 * Keeps a port for each engine that the template may ask for; those that it does not ask for are given back at the end.
 * An engine that `REDIS_URL` or `MYSQL_URL` names has its place already.
 */
export async function reservePlaces(lifecycle: Lifecycle): Promise<EnginePlaces> {
  const { REDIS_URL: redis = '', MYSQL_URL: mysql = '' } = process.env;
  return {
    redis: redis === '' ? await reserve('redis', lifecycle, reserveClusterPort) : given('redis', redisAddress(redis)),
    mysql: mysql === '' ? await reserve('mysql', lifecycle, reservePort) : given('mysql', mySqlAddress(mysql)),
  };
}

async function reserve(scheme: string, lifecycle: Lifecycle, keep: () => Promise<ReservedPort>): Promise<EnginePlace> {
  const port = await keep();
  lifecycle.add(`port ${port.port}`, port.release);
  return { url: `${scheme}://127.0.0.1:${port.port}`, port };
}

/** Without its password: functions sign in with what the template gives them. */
const given = (scheme: string, { host, port }: { host: string; port: number }): EnginePlace => ({
  url: `${scheme}://${host}:${port}`,
  port: undefined,
});
