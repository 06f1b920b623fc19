import type { Endpoints } from '../endpointsFile.ts';
import { administratorCall } from './administratorCall.ts';

/** A function may take a quarter of an hour, and may have to wait for its turn. */
const TIMEOUT_MS = 16 * 60_000;

/**
 * Invokes a function and waits for its answer.
 * @returns the answer, or what the function failed with
 * @throws {CommandError}
 */
export async function invokeFunction(
  system: Pick<Endpoints, 'endpointUrl' | 'region'>,
  functionName: string,
  event: unknown,
): Promise<{ hasFailed: boolean; payload: unknown }> {
  const { headers, text } = await administratorCall(system, {
    service: 'lambda',
    path: `/2015-03-31/functions/${functionName}/invocations`,
    body: JSON.stringify(event),
    timeoutMs: TIMEOUT_MS,
  });
  return { hasFailed: headers['x-amz-function-error'] !== undefined, payload: JSON.parse(text) };
}
