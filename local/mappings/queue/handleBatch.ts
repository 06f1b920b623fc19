import type { QueueMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import type { QueueDeps } from './contract.ts';
import { invokePatiently } from './invoke.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { QueueClient } from './queueClient.ts';
import { recordOf, type ReceivedMessage } from './record.ts';

type Parts = {
  plan: QueueMappingPlan;
  deps: QueueDeps;
  client: QueueClient;
  /** When the messages become visible again, in ms since 1970. */
  until: number;
  signal: AbortSignal;
};

/**
 * Hands a batch to the function and deletes what it did. What it did not stays in flight until the visibility time-out
 * is over, and then comes again or goes to the dead-letter queue.
 * @returns whether all of it was done
 */
export async function handleBatch(messages: readonly ReceivedMessage[], parts: Parts): Promise<boolean> {
  const { plan, deps, client } = parts;
  const { failed, why } = await invoke(messages, parts);
  const done = messages.filter(({ MessageId }) => !failed.has(MessageId));
  if (done.length > 0) await client.delete(done);
  if (why !== null) deps.log(`${plan.name}: ${failed.size} of ${messages.length} messages failed: ${why}`);
  return failed.size === 0;
}

async function invoke(messages: readonly ReceivedMessage[], parts: Parts): Promise<Outcome> {
  const { plan, deps, until, signal } = parts;
  const source = { arn: plan.queueArn, region: deps.region };
  const payload = { Records: messages.map((message) => recordOf(message, source)) };
  const ids = messages.map(({ MessageId }) => MessageId);
  try {
    const reply = await invokePatiently(deps.invoke, { functionArn: plan.functionArn, payload }, until, signal);
    return outcomeOf(reply, ids, plan.reportsItemFailures);
  } catch (error) {
    return { failed: new Set(ids), why: `the function was not run: ${String(error)}` };
  }
}
