/** Longer messages (an engine's last lines) are cut: the first words say what is wrong. */
const LONGEST = 600;

/** What went wrong, in one line for a person: never a stack trace. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const line = message
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' | ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}
