import { javaCommand } from './command.ts';

/** How a start ended: the engine answers; or the spawn's error, an exit, a time-out. */
export type StartOutcome = 'ready' | { error: Error } | { exit: string } | { timeoutMs: number };

/** DynamoDB Local could not be started; the message says why and what to do. */
export class EngineStartError extends Error {
  override name = 'EngineStartError';
}

const INSTALL_JAVA =
  'DynamoDB Local needs a Java runtime, version 17 or newer (Debian: apt-get install openjdk-17-jre-headless).';

/** Turns what happened into a message for a person. `lines` are the last lines the engine printed. */
export function explainExit(outcome: Exclude<StartOutcome, 'ready'>, lines: string[]): EngineStartError {
  const said = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
  if ('error' in outcome) {
    const missing = (outcome.error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? `There is no ${javaCommand()} here.` : `Java does not start: ${outcome.error.message}.`;
    return new EngineStartError(`${why} ${INSTALL_JAVA}`);
  }
  if (lines.some((line) => line.includes('UnsupportedClassVersionError'))) {
    return new EngineStartError(`This Java is too old. ${INSTALL_JAVA} ${said}`);
  }
  if ('exit' in outcome) return new EngineStartError(`DynamoDB Local ended at its start (${outcome.exit}). ${said}`);
  return new EngineStartError(`DynamoDB Local did not answer within ${outcome.timeoutMs / 1000} s. ${said}`);
}

/** Did the start fail only because another process took the port? */
export function isPortTaken(error: EngineStartError): boolean {
  return /Address already in use|Failed to bind/i.test(error.message);
}
