import type { Context } from 'aws-lambda';
import type { Piece } from '../../core/reconciliation/piece.ts';
import type { RunScope } from '../../core/reconciliation/runScope.ts';
import { addTallies, NOTHING_DONE, type Tally } from '../../core/reconciliation/tally.ts';
import { deadlineOf } from '../shared/deadline.ts';
import { checkSegment } from './checkSegment.ts';
import { sweepHolds } from './holds/sweepHolds.ts';
import { checkLines } from './lines/checkLines.ts';
import { Parts } from './parts.ts';
import type { Cursor } from './table/scanPages.ts';

/** One piece of a run, and how far it has come: what an answer says is the next call's event. */
export type Work = { run: RunScope; piece: Piece; cursor?: Cursor | null; tally: Partial<Tally> };
export type Answer = Work & { isDone: boolean };

/** What one batch may take in the worst case, with all its time-outs. */
const RESERVE_MS = 20_000;

/** Does a piece of a run, or as much of it as there is time for. @throws where its pages can't be read */
export async function handler({ run, piece, cursor = null, tally }: Work, context: Context): Promise<Answer> {
  const before = addTallies(NOTHING_DONE, tally);
  const parts = new Parts();
  if (piece.kind === 'lines') {
    const woken = await parts.attempt('queue', async () => ({ woken: await checkLines(run) }));
    const swept = await parts.attempt('holds', async () => ({
      swept: await sweepHolds(deadlineOf(context, RESERVE_MS)),
    }));
    const tally = addTallies(addTallies(before, { ...woken, errors: parts.errors }), swept);
    return { run, piece, cursor: null, tally, isDone: true };
  }
  const deadline = Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS;
  const { next, done } = await checkSegment({ run, segment: piece, cursor, deadline, parts });
  return {
    run,
    piece,
    cursor: next,
    tally: addTallies(before, { ...done, errors: parts.errors }),
    isDone: next === null,
  };
}
