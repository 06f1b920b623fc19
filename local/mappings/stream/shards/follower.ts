import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { Pattern } from '../../../patterns/compilePattern.ts';
import { createBell } from '../bell.ts';
import { SHARD_START } from '../checkpoints/begin.ts';
import type { ShardPoint } from '../checkpoints/checkpoint.ts';
import type { StreamDeps } from '../contract.ts';
import type { ShardDescription, StreamApi } from '../streamApi.ts';
import { type Shard, startShard } from './shard.ts';

export type FollowerSettings = {
  plan: StreamMappingPlan;
  deps: StreamDeps;
  api: StreamApi;
  passes: Pattern;
  /** How far each shard was done before. */
  points: Record<string, ShardPoint>;
  signal: AbortSignal;
  onProgress(): void;
};

/** All shards of a stream, each after the one it came from. */
export type Follower = {
  points(): Record<string, ShardPoint>;
  /** See `StreamMapping.pending`. */
  pending(): Promise<number>;
  /** Over all shards, as `Shard.undone`. */
  undone(): { count: number; oldest: number };
  /** Resolves when reading and deliveries have ended after the signal. */
  ended(): Promise<unknown>;
};

/** How often it is looked for new shards, besides whenever one has been read to its end. */
const LOOK_EVERY_MS = 10_000;

/** Starts to read every shard whose parent is done. @throws {AwsServiceError} when the stream cannot be described */
export async function startFollower(settings: FollowerSettings): Promise<Follower> {
  const { deps, plan, api, points, signal, onProgress } = settings;
  const running = new Map<string, Shard>();
  const bell = createBell(signal);

  const isFinished = (id: string): boolean => running.get(id)?.finished() ?? points[id]?.finished === true;

  const start = (shardId: string): void => {
    const progress = (): void => {
      onProgress();
      if (isFinished(shardId)) bell.ring();
    };
    const from = points[shardId] ?? SHARD_START;
    running.set(shardId, startShard({ ...settings, shardId, from, onProgress: progress }));
  };

  const look = async (): Promise<void> => {
    const shards = await api.shards();
    if (signal.aborted) return;
    const known = new Set(shards.map(({ ShardId }) => ShardId));
    const mayStart = ({ ShardId, ParentShardId }: ShardDescription): boolean =>
      !running.has(ShardId) &&
      !isFinished(ShardId) &&
      (ParentShardId === undefined || !known.has(ParentShardId) || isFinished(ParentShardId));
    for (const shard of shards.filter(mayStart)) start(shard.ShardId);
    for (const id of Object.keys(points)) if (!known.has(id)) delete points[id];
  };

  const keepLooking = async (): Promise<void> => {
    while (!signal.aborted) {
      await bell.wait(LOOK_EVERY_MS);
      if (signal.aborted) return;
      await look().catch((error: unknown) => deps.log(`${plan.name}: no shards can be seen: ${String(error)}`));
    }
  };

  const undone = (): { count: number; oldest: number } => {
    const all = Array.from(running.values(), (shard) => shard.undone());
    return {
      count: all.reduce((sum, { count }) => sum + count, 0),
      oldest: Math.min(...all.map(({ oldest }) => oldest)),
    };
  };

  const pending = async (): Promise<number> => {
    for (;;) {
      const known = undone().count;
      if (known > 0) return known;
      await look();
      const found = await Promise.all(Array.from(running.values(), (shard) => shard.readNow()));
      const { count } = undone();
      if (count > 0 || found.every((records) => records === 0)) return count;
    }
  };

  deps.onWrite?.(api.table, () => running.forEach((shard) => shard.ring()));
  await look();
  const looking = keepLooking();
  return {
    points: () => ({ ...points, ...Object.fromEntries(Array.from(running, ([id, shard]) => [id, shard.point()])) }),
    pending,
    undone,
    ended: () => Promise.all([looking, ...Array.from(running.values(), (shard) => shard.ended)]),
  };
}
