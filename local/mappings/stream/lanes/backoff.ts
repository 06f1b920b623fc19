const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** Doubles with every failure in a row (1 and up), less up to half of it by chance. */
export function backoffMs(failures: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return longest * (0.5 + Math.random() / 2);
}
