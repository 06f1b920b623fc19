import type { Endpoints } from '../endpointsFile.ts';
import { administratorCall } from './administratorCall.ts';

/** Epoch milliseconds, and a line. */
type LogEvent = { timestamp: number; message: string };
type LogPage = { events: LogEvent[]; nextForwardToken: string };

const TIMEOUT_MS = 10_000;

/** Which lines: the newest ones, or those after an earlier page. */
export type LogRange = { limit: number } | { nextToken: string };

/** A page of what a function has printed, oldest line first. @throws {CommandError} */
export async function readLog(
  system: Pick<Endpoints, 'endpointUrl' | 'region'>,
  functionName: string,
  range: LogRange,
): Promise<LogPage> {
  const { text } = await administratorCall(system, {
    service: 'logs',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Logs_20140328.GetLogEvents' },
    body: JSON.stringify({ logGroupName: `/aws/lambda/${functionName}`, logStreamName: 'local', ...range }),
    timeoutMs: TIMEOUT_MS,
  });
  return JSON.parse(text) as LogPage;
}
