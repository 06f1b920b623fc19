import type { HandlerContext } from '../runtime/contract.ts';
import type { BatchQueue } from './lambda/batchQueue.ts';
import type { SourceAnswer } from './sourceAnswer.ts';

/** What a data source is asked: a request handler's value, and what it stands in. */
export type Invocation = {
  request: unknown;
  context: HandlerContext;
  /** Name of the field's type, without list and non-null. */
  outputType: string;
  /** Aborted when the GraphQL request has run out of time. */
  signal: AbortSignal;
  /** Gathers `BatchInvoke`s of this GraphQL request. */
  batches: BatchQueue;
  /** The resolver or function that asks, and how many of its invocations one batch may hold (0: AppSync's default). */
  step: { maxBatchSize: number };
};

/**
 * One data source of the API.
 * A request that cannot be understood is thrown as a FieldError of type `MappingTemplate` (the response handler does not
 * run); a call that failed is an answer with `error`.
 */
export type DataSource = {
  name: string;
  service: 'NONE' | 'DynamoDB' | 'Lambda';
  invoke(invocation: Invocation): Promise<SourceAnswer>;
};
