import { AwsServiceError } from '../definition.ts';

export type SourceError = { message: string; type: string };

/**
 * `ctx.error` of a failed call. The type is `<Service>:<exception>`; a time-out is `<Service>:ExecutionTimeoutException`
 * (as users report of Lambda data sources); what else goes wrong on the way is named as the Java
 * SDK names it, which is not verified.
 */
export function toSourceError(
  service: 'NONE' | 'DynamoDB' | 'Lambda',
  error: unknown,
  signal: AbortSignal,
): SourceError {
  if (error instanceof AwsServiceError) {
    const java = service === 'DynamoDB' ? 'DynamoDb' : service;
    return {
      type: `${service}:${error.code}`,
      message: `${error.message} (Service: ${java}, Status Code: ${error.statusCode})`,
    };
  }
  const { name, message } = error as Error;
  if (signal.aborted || name === 'TimeoutError' || name === 'AbortError') {
    return { type: `${service}:ExecutionTimeoutException`, message: 'Execution timed out.' };
  }
  return { type: `${service}:SdkClientException`, message: `Unable to execute HTTP request: ${message}` };
}
