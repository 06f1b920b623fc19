import { setImmediate } from 'node:timers/promises';
import type { FaultInjector, FaultKind, FaultPlan, FaultRule } from '../../cloud/contract.ts';
import { NoAnswerError, type Answer } from '../answer.ts';
import type { Input } from '../dynamodb/resources.ts';
import type { TableKeysCache } from '../dynamodb/tableKeys.ts';
import { refusedBecause, sendingTooFast, throttled } from './answers.ts';
import { createOverlapGuard, type OverlapGuard, type Send } from './overlapGuard.ts';
import { activateRules, type ActiveRule } from './plan.ts';
import { seededRandom } from './random.ts';

/** What stands between the callers and the engine. */
export type Faults = FaultInjector & {
  /** False when there is no plan: then nothing stands between. */
  active(): boolean;
  /** Does the call, or makes it fail as the plan says. @throws {NoAnswerError} for the two kinds of time-out */
  around(operation: string, input: Input, send: Send): Promise<Answer>;
};

/** A plan while it is in force. A call keeps the one it began under. */
type Running = {
  rules: Map<string, ActiveRule[]>;
  counts: Record<FaultKind, number>;
  hotPartition(): boolean;
  guard: OverlapGuard | null;
};

export function createFaults(tableKeys: TableKeysCache): Faults {
  let running: Running | null = null;
  let counts = noCounts();
  return {
    set: (plan) => {
      running = start(plan, tableKeys);
      counts = running.counts;
    },
    clear: () => {
      running = null;
    },
    counts: () => ({ ...counts }),
    active: () => running !== null,
    around: (operation, input, send) => (running === null ? send(input) : run(running, operation, input, send)),
  };
}

function start(plan: FaultPlan, tableKeys: TableKeysCache): Running {
  const counts = noCounts();
  const random = seededRandom(plan.seed ^ 0x5bd1e995);
  const onConflict = (): void => {
    counts.overlapConflict += 1;
  };
  return {
    rules: activateRules(plan),
    counts,
    hotPartition: () => random() < 0.5,
    guard: plan.overlap === undefined ? null : createOverlapGuard({ ...plan.overlap, tableKeys, onConflict }),
  };
}

async function run(running: Running, operation: string, input: Input, send: Send): Promise<Answer> {
  // No service answers before the event loop has turned; a caller that tries again at once would otherwise starve the very
  // write it waits for.
  await setImmediate();
  const through = (): Promise<Answer> => (running.guard === null ? send(input) : running.guard(operation, input, send));
  const kind = running.rules.get(operation)?.find((rule) => rule.strikes())?.kind;
  if (kind === undefined) return through();
  running.counts[kind] += 1;
  return strike(kind, running, operation, input, through);
}

async function strike(
  kind: FaultRule['kind'],
  running: Running,
  operation: string,
  input: Input,
  through: () => Promise<Answer>,
): Promise<Answer> {
  switch (kind) {
    case 'throttle':
      return operation === 'SendEmail' ? sendingTooFast() : throttled(running.hotPartition());
    case 'transactionConflict':
      return refusedBecause(operation, input, [0]);
    case 'timeoutBefore':
      throw new NoAnswerError(`Injected: ${operation} was lost on its way.`);
    case 'timeoutAfter':
      await through();
      throw new NoAnswerError(`Injected: the answer to ${operation} was lost.`);
  }
}

function noCounts(): Record<FaultKind, number> {
  return { transactionConflict: 0, overlapConflict: 0, throttle: 0, timeoutBefore: 0, timeoutAfter: 0 };
}
