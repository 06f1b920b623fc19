import type { Outcome } from '../environment/outcome.ts';

/**
 * What Lambda writes at the end of each invocation, as far as it is known here; a failure's type but not its message,
 * which the function itself has printed where it is the function's own.
 * Source: Lambda Developer Guide, "Viewing CloudWatch logs for Lambda functions".
 */
export function reportLine(requestId: string, milliseconds: number, outcome: Outcome): string {
  const report = `REPORT RequestId: ${requestId}\tDuration: ${milliseconds.toFixed(2)} ms`;
  if (!outcome.failed) return report;
  const { errorType } = JSON.parse(outcome.body) as { errorType?: string };
  return `${report}\tStatus: ${errorType === 'Sandbox.Timedout' ? 'timeout' : 'error'}\tError Type: ${errorType ?? 'unknown'}`;
}
