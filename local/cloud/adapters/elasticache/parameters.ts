import { engineParameters } from '../engineParameters.ts';

const replicas = { skipped: 'the local Redis has no replicas' };
const memory = { skipped: 'the local Redis takes the memory that it needs' };

const known = {
  'cluster-enabled': { skipped: 'clusterSetting reads it' },
  'hash-max-listpack-entries': 'applied',
  'hash-max-listpack-value': 'applied',
  'lazyfree-lazy-eviction': 'applied',
  'lazyfree-lazy-expire': 'applied',
  'lazyfree-lazy-server-del': 'applied',
  'lazyfree-lazy-user-del': 'applied',
  'maxmemory-policy': 'applied',
  'maxmemory-samples': 'applied',
  'notify-keyspace-events': 'applied',
  'slowlog-log-slower-than': 'applied',
  'slowlog-max-len': 'applied',
  'tcp-keepalive': 'applied',
  timeout: 'applied',
  activedefrag: memory,
  'client-output-buffer-limit-*': memory,
  'cluster-*': replicas,
  'min-replicas-*': replicas,
  'repl-*': replicas,
  'reserved-memory-percent': memory,
} as const;

/** The settings of redis.conf that the engine is started with. @throws {TemplateError} for one that is not known */
export const redisParameters = (given: Record<string, string>): Record<string, string> =>
  engineParameters('Properties', given, known);

/** Whether it is a cluster, by the parameter group's own settings; undefined where they do not say. */
export function clusterSetting(given: Record<string, string>): boolean | undefined {
  const value = given['cluster-enabled'];
  return value === undefined ? undefined : value === 'yes';
}
