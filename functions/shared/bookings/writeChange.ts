import type { Change } from '../../../core/portable/lifecycle/change.ts';
import { changeWrites } from '../../../core/portable/lifecycle/changeWrites.ts';
import { transact } from '../dynamodb/transact.ts';
import { type TableNames, toTransactItem } from './changeItems.ts';

/** `beaten`: the booking is not as it was read, so read again. `contended`: others were writing every time. */
export type ChangeOutcome = 'done' | 'beaten' | 'contended';

/** Writes a change. `refused`: a page does not allow it, or somebody waits for what it gives back. */
export async function tryChange(change: Change, tables: TableNames): Promise<ChangeOutcome | 'refused'> {
  const outcome = await transact(changeWrites(change).map((write) => toTransactItem(write, tables)));
  if (outcome.isDone) return 'done';
  if (outcome.failed.includes(0)) return 'beaten';
  return outcome.failed.length === 0 ? 'contended' : 'refused';
}

/**
 * Writes what becomes of a booking, with all that its pages gain or lose by it. Not for a change that gives units back: see
 * functions/shared/waitlist/writeFreeing.ts.
 * @throws where a page does not hold what the booking says it does, or DynamoDB does not answer
 */
export async function writeChange(change: Change, tables: TableNames): Promise<ChangeOutcome> {
  const outcome = await tryChange(change, tables);
  if (outcome === 'refused') throw noUnits(change);
  return outcome;
}

export function noUnits({ before }: Change): Error {
  return new Error(`The calendar does not have the units of booking ${before.booking_id}.`);
}
