import { setTimeout as delay } from 'node:timers/promises';
import type { StreamMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import { compileStreamFilter } from '../../patterns/filters/streamFilter.ts';
import { beginAnew } from './checkpoints/begin.ts';
import type { Checkpoint } from './checkpoints/checkpoint.ts';
import { createKeeper } from './checkpoints/keeper.ts';
import { createStore } from './checkpoints/store.ts';
import type { StreamDeps, StreamMapping } from './contract.ts';
import { requirePermissions } from './permissions.ts';
import { startFollower } from './shards/follower.ts';
import { openStream } from './streamApi.ts';

const STOP_GRACE_MS = 3_000;

/**
 * Starts to read a table's stream and to hand its records to a function, as Lambda does.
 * @throws {TemplateError} when the function's role may not read the stream, or tell of failures
 * @throws {PatternError} for a filter that AWS would refuse
 * @throws {Error} when the table has no stream, or a checkpoint is damaged
 */
export async function startStreamMapping(plan: StreamMappingPlan, deps: StreamDeps): Promise<StreamMapping> {
  requirePermissions(plan, deps.principals);
  const passes = compileStreamFilter(plan.filters);
  const api = await openStream(plan.streamArn, deps.call);
  const store = createStore(deps.dataFolder, plan.id);
  const saved = store.load();
  const checkpoint = saved?.streamArn === api.arn ? saved : await beginAnew(plan, api);
  // Kept before the first record can be written: a start that is LATEST must not come later after a hard end.
  await store.save(checkpoint);

  const stopping = new AbortController();
  const current = (): Checkpoint => ({ streamArn: api.arn, shards: follower.points() });
  const log = (line: string): void => deps.log(`${plan.name}: ${line}`);
  const keeper = createKeeper(store, current, log);
  const { signal } = stopping;
  const points = checkpoint.shards;
  const follower = await startFollower({ plan, deps, api, passes, points, signal, onProgress: keeper.touch });

  const stop = async (): Promise<void> => {
    stopping.abort();
    const late = new AbortController();
    const grace = delay(deps.stopGraceMs ?? STOP_GRACE_MS, undefined, { signal: late.signal }).catch(() => undefined);
    await Promise.race([follower.ended(), grace]);
    late.abort();
    await keeper.close();
  };
  let stopped: Promise<void> | undefined;

  return {
    plan,
    pending: follower.pending,
    lag: () => {
      const { count, oldest } = follower.undone();
      return { pending: count, oldestMs: count === 0 ? 0 : Date.now() - oldest };
    },
    stop: () => (stopped ??= stop()),
  };
}
