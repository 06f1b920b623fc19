import type { Cluster } from 'ioredis';

/** Time for a first connection, with its look at all slots. */
const FIRST_MS = 2_000;

const begun = new WeakMap<Cluster, Promise<void>>();

/**
 * The cluster, when it takes commands. The client would keep commands in memory until then, however long that is; so
 * they must not be given to it. Waits for the first connection only.
 * @throws {Error} while it is away
 */
export async function whenReady(cluster: Cluster): Promise<Cluster> {
  if (cluster.status !== 'ready') {
    const first = begun.get(cluster) ?? firstConnection(cluster);
    begun.set(cluster, first);
    await first;
  }
  if (cluster.status !== 'ready') throw new Error('The cache is away.');
  return cluster;
}

/** Resolves in any case; errors of single tries are for the cluster's own listener. */
function firstConnection(cluster: Cluster): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      cluster.off('ready', done);
      resolve();
    };
    const timer = setTimeout(done, FIRST_MS);
    cluster.once('ready', done);
  });
}
