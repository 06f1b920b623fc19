/** What mappings of streams and of queues have in common. */
type CommonMappingPlan = {
  /** The mapping's UUID; the same for the same stack and logical id. */
  id: string;
  /** Function and source, for people: `Keyrack-CacheUpdater from Keyrack-Inventory`. */
  name: string;
  functionArn: string;
  /** The function's role, which must be allowed to read the source. */
  roleArn: string;
  enabled: boolean;
  /** Records, or messages, of one invocation at most. */
  batchSize: number;
  /** How long a batch may be gathered; 0 invokes at once. */
  windowSeconds: number;
  /** JSON text of filter patterns, of which one must match; none lets everything pass. */
  filters: string[];
  /** The function says which items failed (`ReportBatchItemFailures`). */
  reportsItemFailures: boolean;
};

/** What does not depend on the kind of source; the kinds differ in their usual batch size. */
export type MappingBasics = Omit<CommonMappingPlan, 'batchSize'>;

/** A DynamoDB stream that invokes a function. */
export type StreamMappingPlan = CommonMappingPlan & {
  kind: 'stream';
  /** As the template names it: the label at its end is not the engine's own. */
  streamArn: string;
  startingPosition: 'LATEST' | 'TRIM_HORIZON';
  /** Batches of one shard in flight at once; records of one key stay in order. */
  parallelization: number;
  /** Tries after the first one; -1 goes on until the record is too old. */
  retryAttempts: number;
  /** Older records are given up; -1 keeps trying while the stream has them. */
  recordAgeSeconds: number;
  bisect: boolean;
  /** ARN of the queue or topic that is told of records given up. */
  onFailure: string | null;
};

/** An SQS queue that invokes a function. */
export type QueueMappingPlan = CommonMappingPlan & {
  kind: 'queue';
  queueArn: string;
  /** Invocations in flight at once; null leaves it to the function's own limit. */
  maximumConcurrency: number | null;
};

export type MappingPlan = StreamMappingPlan | QueueMappingPlan;
