import { AwsServiceError } from '../../appsync/definition.ts';

/** A task that failed, as Retry and Catch see it: `name` is the error, `message` its cause. */
export class TaskError extends Error {
  /** Read by the interpreter. */
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;

  constructor(error: string, cause: string, handled = true) {
    super(cause);
    this.name = error;
    this.isRetryable = handled;
    this.isCatchable = handled;
  }
}

/** What a service's refusal becomes: `DynamoDB.ConditionalCheckFailedException`. */
export function taskError(service: string, error: unknown): TaskError {
  if (error instanceof TaskError) return error;
  if (!(error instanceof AwsServiceError)) return new TaskError('States.TaskFailed', String(error));
  const { code, statusCode, message } = error;
  // Lambda's own name for all that it has no class for, missing rights among it.
  const name = service === 'Lambda' && code === 'AccessDeniedException' ? 'AWSLambdaException' : code;
  return new TaskError(
    `${service}.${name}`,
    `${message} (Service: ${service}; Status Code: ${statusCode}; Error Code: ${code})`,
  );
}
