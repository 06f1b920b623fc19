/** How one run of a handler ended. `body` is JSON text: its result, or the error object its caller gets. */
export type Outcome = { failed: boolean; body: string };

/** `error.errorMessage` of the time-out, in Lambda's words; seconds with two decimals. */
export function timedOut(requestId: string, seconds: number): Outcome {
  return failure(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  );
}

/** The process ended before it answered. */
export function exited(requestId: string, code: number | null, signal: NodeJS.Signals | null): Outcome {
  return failure('Runtime.ExitError', `RequestId: ${requestId} Error: ${reason(code, signal)}`);
}

/** This machine would not start a process at all. */
export function notStarted(requestId: string, error: Error): Outcome {
  return failure('Runtime.ExitError', `RequestId: ${requestId} Error: The runtime cannot be started: ${error.message}`);
}

function reason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal !== null) return `Runtime exited with error: signal: ${signal === 'SIGKILL' ? 'killed' : signal}`;
  return code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`;
}

function failure(errorType: string, errorMessage: string): Outcome {
  return { failed: true, body: JSON.stringify({ errorType, errorMessage }) };
}
