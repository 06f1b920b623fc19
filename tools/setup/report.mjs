/** What the person at the keyboard can put right; its message says how. */
export class SetupError extends Error {}

/** One line of progress. @param {string} line */
export function say(line) {
  console.log(`set-up: ${line}`);
}
