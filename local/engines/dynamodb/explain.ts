import { EngineStartError } from '../process/errors.ts';
import { explainStart } from '../process/explain.ts';
import type { StartOutcome } from '../process/waitUntilReady.ts';
import { javaCommand } from './command.ts';

const INSTALL_JAVA =
  'DynamoDB Local needs a Java runtime, version 17 or newer (Debian: apt-get install openjdk-17-jre-headless).';

/** What a start of DynamoDB Local that failed tells a person. `lines` are the last lines the engine printed. */
export function explainExit(outcome: Exclude<StartOutcome, 'ready'>, lines: string[]): EngineStartError {
  if (lines.some((line) => line.includes('UnsupportedClassVersionError'))) {
    return new EngineStartError(`This Java is too old. ${INSTALL_JAVA} Its last lines:\n${lines.join('\n')}`);
  }
  return explainStart({ name: 'DynamoDB Local', program: javaCommand(), install: INSTALL_JAVA }, outcome, lines);
}
