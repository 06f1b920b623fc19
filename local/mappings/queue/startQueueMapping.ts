import { setTimeout as delay } from 'node:timers/promises';
import type { QueueMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import { compileQueueFilter } from '../../patterns/filters/queueFilter.ts';
import type { QueueDeps, QueueMapping } from './contract.ts';
import { cutBySize, gather } from './gather.ts';
import { handleBatch } from './handleBatch.ts';
import { requirePermissions } from './permissions.ts';
import { createQueueClient, type QueueClient } from './queueClient.ts';
import { recordOf, type ReceivedMessage } from './record.ts';
import { createSlots } from './slots.ts';

/** Lambda begins with five batches at a time (Lambda Developer Guide, "Configuring scaling behavior"). */
const DEFAULT_CONCURRENCY = 5;
const STOP_GRACE_MS = 3_000;
const AFTER_FAILURE_MS = 1_000;
const NUDGE_MS = 10;

/**
 * Starts to receive from a queue and to hand its messages to a function, as Lambda does.
 * @throws {TemplateError} when the function's role may not use the queue
 * @throws {PatternError} for a filter that AWS would refuse
 */
export async function startQueueMapping(plan: QueueMappingPlan, deps: QueueDeps): Promise<QueueMapping> {
  requirePermissions(plan, deps.principals);
  const stopping = new AbortController();
  const slots = createSlots(plan.maximumConcurrency ?? DEFAULT_CONCURRENCY);
  const work = createWork(plan, deps, stopping.signal);

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await slots.free();
      const batch = await work.receive();
      if (batch.length > 0) slots.run(() => work.handle(batch));
    }
  };
  const polling = poll();

  const lag = (): { pending: number; oldestMs: number } => {
    const { visible, inFlight, oldestSentAt } = deps.messaging.backlog(plan.queueArn);
    return { pending: visible + inFlight, oldestMs: oldestSentAt === null ? 0 : Date.now() - oldestSentAt };
  };
  return {
    plan,
    pending: async () => lag().pending,
    lag,
    stop: async () => {
      stopping.abort();
      // More than once: a receive may be on its way to where it waits.
      const nudging = setInterval(() => deps.messaging.endWaits(plan.queueArn), NUDGE_MS);
      const late = new AbortController();
      const grace = delay(deps.stopGraceMs ?? STOP_GRACE_MS, undefined, { signal: late.signal }).catch(() => undefined);
      await Promise.race([polling.then(slots.ended), grace]);
      late.abort();
      clearInterval(nudging);
    },
  };
}

type Work = {
  /** The next messages for the function. Never throws: what goes wrong is logged, and waited upon. */
  receive(): Promise<ReceivedMessage[]>;
  /** Never throws. */
  handle(batch: ReceivedMessage[]): Promise<void>;
};

function createWork(plan: QueueMappingPlan, deps: QueueDeps, signal: AbortSignal): Work {
  const client = createQueueClient(plan, deps);
  const { VisibilityTimeout: visibility, FifoQueue: fifo } = deps.messaging.attributes(plan.queueArn);
  const wanted = createSieve(plan, deps, client);
  const trouble = (error: unknown): void => {
    if (!signal.aborted) deps.log(`${plan.name}: ${String(error)}`);
  };

  return {
    receive: async () => {
      try {
        const batch = await gather(client, plan, signal);
        if (!signal.aborted) return await wanted(batch);
        await client.giveBack(batch);
      } catch (error) {
        trouble(error);
        await delay(AFTER_FAILURE_MS, undefined, { signal }).catch(() => undefined);
      }
      return [];
    },
    handle: async (batch) => {
      // The first of them may have been received when the batching window opened.
      const until = Date.now() + (Number(visibility) - plan.windowSeconds) * 1000;
      try {
        for (const part of cutBySize(batch)) {
          const done = await handleBatch(part, { plan, deps, client, until, signal });
          // What came after a failed message of its group must not overtake it.
          if (!done && fifo === 'true') break;
        }
      } catch (error) {
        trouble(error);
      }
    },
  };
}

/** Deletes what the filters do not let through, as Lambda does, and gives back the rest. */
function createSieve(plan: QueueMappingPlan, deps: QueueDeps, client: QueueClient) {
  const passes = compileQueueFilter(plan.filters);
  const source = { arn: plan.queueArn, region: deps.region };
  return async (batch: ReceivedMessage[]): Promise<ReceivedMessage[]> => {
    if (plan.filters.length === 0) return batch;
    const unwanted = batch.filter((message) => !passes(recordOf(message, source)));
    await client.delete(unwanted);
    return batch.filter((message) => !unwanted.includes(message));
  };
}
