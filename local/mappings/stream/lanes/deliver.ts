import type { LambdaReply } from '../../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { StreamDeps } from '../contract.ts';
import type { StreamRecord } from '../records/record.ts';
import { createBell } from '../bell.ts';
import { backoffMs } from './backoff.ts';
import { createGiveUp } from './giveUp.ts';
import { outcomeOf } from './outcome.ts';

export type DeliverySettings = {
  plan: StreamMappingPlan;
  deps: Pick<StreamDeps, 'invoke' | 'sendTo' | 'log' | 'retryDelayMs'>;
  shardId: string;
  /** Ends the tries; what is not done by then stays undone. */
  signal: AbortSignal;
  /** These records, the first ones not done, are: the function took them, or they were given up. */
  done(records: readonly StreamRecord[]): void;
};

/** Resolves when every record of the batch is done, or the signal was given. */
export type Deliver = (batch: readonly StreamRecord[]) => Promise<void>;

/** A batch, or what is left of one, with what became of it so far. */
type Piece = {
  records: readonly StreamRecord[];
  /** Tries that count against the mapping's retry attempts. */
  tries: number;
  /** Failures in a row, whatever their kind. */
  failures: number;
  invocations: number;
  reply?: LambdaReply;
};

/**
 * Hands batches to the function until they are done: tries again, splits and gives up as the mapping says (Lambda Developer
 * Guide, "Process DynamoDB records with Lambda", and "Retaining discarded records for a DynamoDB event source").
 */
export function createDeliver(settings: DeliverySettings): Deliver {
  const { plan, deps, shardId, signal, done } = settings;
  const bell = createBell(signal);
  const wait = (failures: number): Promise<void> => bell.wait((deps.retryDelayMs ?? backoffMs)(failures));
  const tell = createGiveUp(plan, deps, wait, signal);

  /** Undefined when the function was not run: no try, and it goes on until the records are too old. */
  const invoke = async (records: readonly StreamRecord[]): Promise<LambdaReply | undefined> => {
    try {
      const payload = { Records: records.map(({ event }) => event) };
      return await deps.invoke({ functionArn: plan.functionArn, payload, invocationType: 'RequestResponse' });
    } catch (error) {
      if (!signal.aborted) deps.log(`${plan.name}: ${plan.functionArn} was not invoked: ${String(error)}`);
      return undefined;
    }
  };

  const giveUp = async (piece: Piece, condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded'): Promise<void> => {
    const { records, invocations, reply } = piece;
    await tell({ condition, records, shardId, invocations, reply });
    if (!signal.aborted) done(records);
  };

  const dropTooOld = async (piece: Piece): Promise<Piece> => {
    const count = countTooOld(piece.records, plan.recordAgeSeconds);
    if (count > 0) await giveUp({ ...piece, records: piece.records.slice(0, count) }, 'RecordAgeExceeded');
    return { ...piece, records: piece.records.slice(count) };
  };

  /** One try; answers what is left to be tried. */
  const attempt = async (given: Piece): Promise<Piece[]> => {
    const piece = await dropTooOld(given);
    if (piece.records.length === 0 || signal.aborted) return [];
    const reply = await invoke(piece.records);
    if (reply !== undefined) return judge({ ...piece, invocations: piece.invocations + 1, reply }, reply);
    await wait(piece.failures + 1);
    return [{ ...piece, failures: piece.failures + 1 }];
  };

  const judge = async (piece: Piece, reply: LambdaReply): Promise<Piece[]> => {
    const outcome = outcomeOf(reply, piece.records, plan.reportsItemFailures);
    done(outcome === 'done' ? piece.records : piece.records.slice(0, outcome.failedFrom));
    if (outcome === 'done') return [];
    const rest = { ...piece, records: piece.records.slice(outcome.failedFrom), failures: piece.failures + 1 };
    if (plan.bisect && rest.records.length > 1) {
      await wait(rest.failures);
      return outcome.failedFrom > 0 ? [rest] : halvesOf(rest); // Neither uses up a retry.
    }
    const tries = piece.tries + 1;
    if (plan.retryAttempts !== -1 && tries > plan.retryAttempts) {
      await giveUp(rest, 'RetryAttemptsExhausted');
      return [];
    }
    await wait(rest.failures);
    return [{ ...rest, tries }];
  };

  return async (batch) => {
    let pieces: Piece[] = [{ records: batch, tries: 0, failures: 0, invocations: 0 }];
    while (pieces.length > 0 && !signal.aborted) {
      const [next, ...later] = pieces;
      pieces = next === undefined ? [] : [...(await attempt(next)), ...later];
    }
  };
}

function halvesOf(piece: Piece): Piece[] {
  const middle = Math.ceil(piece.records.length / 2);
  // Each is a batch of its own: what one fails of is no failure of the other.
  const half = (records: Piece['records']): Piece => ({ ...piece, records, failures: 0, invocations: 0 });
  return [half(piece.records.slice(0, middle)), half(piece.records.slice(middle))];
}

/** Records are in order of their age. */
function countTooOld(records: readonly StreamRecord[], ageSeconds: number): number {
  if (ageSeconds === -1) return 0;
  const limit = Date.now() - ageSeconds * 1000;
  const firstFresh = records.findIndex(({ arrivedAt }) => arrivedAt >= limit);
  return firstFresh === -1 ? records.length : firstFresh;
}
