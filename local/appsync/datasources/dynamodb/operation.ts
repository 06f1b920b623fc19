import type { Invocation } from '../dataSource.ts';
import type { SourceAnswer } from '../sourceAnswer.ts';
import type { Json } from '../requestShape.ts';

/** What one DynamoDB operation of AppSync works with. */
export type OperationTools = {
  tableName: string;
  region: string;
  invocation: Invocation;
  /** One DynamoDB API call in the data source's role. @throws {AwsServiceError} */
  call(operation: string, input: Json): Promise<Json>;
  /** One Lambda call in the data source's role. @throws {AwsServiceError} */
  lambda(functionArn: string, payload: unknown): Promise<unknown>;
  /** `ctx.error` of a failed call. */
  toError(error: unknown): NonNullable<SourceAnswer['error']>;
};

/** Answers a request, or throws what the call threw: the caller turns that into `ctx.error`. */
export type Operation = (request: Json, tools: OperationTools) => Promise<SourceAnswer>;
