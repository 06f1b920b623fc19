/** An engine could not be started; the message says why and what to do. */
export class EngineStartError extends Error {
  override name = 'EngineStartError';
}

/** The program of an engine is not on this machine. One line: what is missing and how to get it. */
export class EngineMissingError extends EngineStartError {
  override name = 'EngineMissingError';
}
