import { EngineMissingError, EngineStartError } from './errors.ts';
import type { StartOutcome } from './waitUntilReady.ts';

/**
 * Turns a failed start into a message for a person.
 * @param install what to do where the program is missing
 * @param lines the last lines that the engine printed
 */
export function explainStart(
  engine: { name: string; program: string; install: string },
  outcome: Exclude<StartOutcome, 'ready'>,
  lines: string[],
): EngineStartError {
  const { name, program, install } = engine;
  const said = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
  if ('error' in outcome) {
    const missing = (outcome.error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing) return new EngineMissingError(`There is no ${program} here. ${install}`);
    return new EngineStartError(`${name} does not start (${program}): ${outcome.error.message}. ${install}`);
  }
  if ('exit' in outcome) return new EngineStartError(`${name} ended at its start (${outcome.exit}). ${said}`);
  return new EngineStartError(`${name} did not answer within ${outcome.timeoutMs / 1000} s. ${said}`);
}
