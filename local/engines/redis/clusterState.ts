import type { Redis } from 'ioredis';

/** A Redis Cluster deals its keys to this many slots ("Redis cluster specification", key distribution model). */
export const SLOTS = 16_384;

/** A field of `CLUSTER INFO`, e.g. `cluster_state`. */
export async function clusterInfo(redis: Redis, field: string): Promise<string> {
  const info = (await redis.cluster('INFO')) as string;
  return new RegExp(`^${field}:(\\S+)`, 'm').exec(info)?.[1] ?? '';
}

/** Gives this node the slots from..to-1. */
export async function takeSlots(redis: Redis, from: number, to: number): Promise<void> {
  await redis.cluster('ADDSLOTS', ...Array.from({ length: to - from }, (_, index) => from + index));
}

/**
 * Makes a node that has no slots a cluster by itself.
 * @returns does it serve already? A node waits two seconds after its start before it does.
 */
export async function serveAlone(redis: Redis): Promise<boolean> {
  if ((await clusterInfo(redis, 'cluster_slots_assigned')) === '0') await takeSlots(redis, 0, SLOTS);
  return (await clusterInfo(redis, 'cluster_state')) === 'ok';
}
