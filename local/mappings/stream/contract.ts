import type { LambdaReply } from '../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import type { Principals } from '../../iam/principals.ts';
import type { Invocation } from '../../lambda/definition.ts';

/** What a mapping needs of the cloud it runs in. */
export type StreamDeps = {
  /** One operation of DynamoDB or DynamoDB Streams as the local administrator. @throws {AwsServiceError} */
  call(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Calls `listener` after each write to a table; some writes may never be told of. Without it the stream is asked often. */
  onWrite?(table: string, listener: () => void): void;
  /** Runs the function. @throws {AwsServiceError} when it was not run, e.g. TooManyRequestsException */
  invoke(invocation: Invocation): Promise<LambdaReply>;
  principals: Pick<Principals, 'isAllowed'>;
  /** Gives a failed batch's record to a queue or topic, as the function's role. */
  sendTo(destination: { arn: string; roleArn: string; body: string }): Promise<void>;
  /** Where checkpoints survive a restart; null keeps them in memory. */
  dataFolder: string | null;
  log(line: string): void;
  /** How long to wait before the next try, after so many failures in a row (1 and up); default 100 ms doubling to 10 s, with jitter. */
  retryDelayMs?(failures: number): number;
  /** How long a stop waits for invocations under way; default 3,000 ms. What is not done then is done again after a restart. */
  stopGraceMs?: number;
};

/** A mapping that runs. */
export type StreamMapping = {
  plan: StreamMappingPlan;
  /**
   * Records that are not done; 0 only when all that were written before this call are. Some that were not read yet may be
   * missing from the number. @throws when the stream cannot be read
   */
  pending(): Promise<number>;
  /** What is known without reading: records read and not done, and for how long the oldest of them has waited, in ms. */
  lag(): { pending: number; oldestMs: number };
  /** Stops reading and invoking, and keeps the checkpoint. */
  stop(): Promise<void>;
};
