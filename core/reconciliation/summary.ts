import type { ReconciliationStatus } from '../../generated/types.ts';
import { type Piece, pieceName } from './piece.ts';
import { addTallies, NOTHING_DONE, type Tally } from './tally.ts';

/** What became of a piece: what it did, and the error that ended it, as Step Functions tells it. */
export type PieceResult = { piece: Piece; tally: Partial<Tally>; error?: { Error: string; Cause: string } };

export type Summary = {
  status: Exclude<ReconciliationStatus, 'RUNNING'>;
  tally: Tally;
  segments: number;
  segmentsFailed: number;
  /** One line each. */
  errors: string[];
  /** Were the stock of all pages asked for, and all bookings, looked at? Then the next run need not look back further. */
  isComplete: boolean;
};

const LONGEST = 300;

/** FAILED where no segment came to its end. */
export function summarize(results: readonly PieceResult[]): Summary {
  const tally = results.reduce((sum, result) => addTallies(sum, result.tally), NOTHING_DONE);
  const segments = results.filter(({ piece }) => piece.kind === 'pages');
  const segmentsFailed = segments.filter(({ error }) => error).length;
  const ofParts = results.flatMap((result) =>
    Object.entries(result.tally.errors ?? {}).map(([part, why]) => `${part}: ${why}`),
  );
  const ofPieces = results.flatMap(({ piece, error }) => (error ? [`${pieceName(piece)}: ${reason(error)}`] : []));
  const errors = [...new Set([...ofPieces, ...ofParts])].map((line) => line.slice(0, LONGEST));
  const isLost = segments.length === 0 || segmentsFailed === segments.length;
  const status = isLost ? 'FAILED' : errors.length > 0 ? 'PARTIAL' : 'SUCCEEDED';
  const { stock, audit, pms } = tally.errors;
  const isComplete = segmentsFailed === 0 && segments.length > 0 && !stock && !audit && !pms;
  return { status, tally, segments: segments.length, segmentsFailed, errors, isComplete };
}

/** A function's own error comes as JSON text with its message. */
function reason({ Error: name, Cause: cause }: { Error: string; Cause: string }): string {
  const told = /"errorMessage":"((?:[^"\\]|\\.)*)"/.exec(cause)?.[1];
  return `${name}: ${told ?? cause}`;
}
