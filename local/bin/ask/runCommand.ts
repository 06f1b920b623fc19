import { explain } from '../explain.ts';

/** Runs a command to its end: exit 1 with one line on stderr when it cannot do what was asked, which is never a stack trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  // Whoever reads (`| head`) may have had enough.
  process.stdout.on('error', () => process.exit(0));
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
