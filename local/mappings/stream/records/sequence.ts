/** Orders sequence numbers: digits of any length. */
export function compareSequences(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The earliest of them; null when there are none. */
export function earliest(sequences: readonly (string | null)[]): string | null {
  return sequences.reduce((least, one) => {
    if (one === null) return least;
    return least === null || compareSequences(one, least) < 0 ? one : least;
  }, null);
}
