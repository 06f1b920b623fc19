/** What one call of the checker looks after: a segment of a parallel scan of all pages, or the bookings that wait or hold. */
export type Piece = { kind: 'pages'; segment: number; segments: number } | { kind: 'lines' };

/** A segment is worth a function of its own from so many pages on; fewer than two would leave nobody to go on when one fails. */
const PAGES_A_SEGMENT = 5_000;
const FEWEST_SEGMENTS = 2;

/**
 * The pieces of a run.
 * @param pages about how many there are
 * @param most segments; a Map state keeps 40 iterations under way
 */
export function planPieces(pages: number, most: number): Piece[] {
  const segments = Math.min(most, Math.max(FEWEST_SEGMENTS, Math.ceil(pages / PAGES_A_SEGMENT)));
  const ofPages = Array.from({ length: segments }, (_, segment): Piece => ({ kind: 'pages', segment, segments }));
  return [...ofPages, { kind: 'lines' }];
}

export const pieceName = (piece: Piece): string =>
  piece.kind === 'pages' ? `segment ${piece.segment + 1} of ${piece.segments}` : 'lines';
