import type { LambdaReply } from '../../appsync/definition.ts';
import type { QueueMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import type { Principals } from '../../iam/principals.ts';
import type { Invocation } from '../../lambda/definition.ts';
import type { Messaging } from '../../messaging/messaging.ts';

/** What a queue's mapping needs of the cloud it runs in. */
export type QueueDeps = {
  messaging: Pick<Messaging, 'call' | 'backlog' | 'attributes' | 'endWaits'>;
  /** Runs the function. @throws {AwsServiceError} when it was not run, e.g. TooManyRequestsException */
  invoke(invocation: Invocation): Promise<LambdaReply>;
  principals: Pick<Principals, 'isAllowed'>;
  region: string;
  log(line: string): void;
  /** How long a stop waits for invocations under way; default 3,000 ms. Their messages come again after a restart. */
  stopGraceMs?: number;
};

/** A mapping that runs. */
export type QueueMapping = {
  plan: QueueMappingPlan;
  /** Messages in the queue that are visible or in flight; those whose delay is not over do not count. */
  pending(): Promise<number>;
  /** The same, and for how long the oldest of them has waited since it was sent, in ms. */
  lag(): { pending: number; oldestMs: number };
  /** Stops receiving and invoking. */
  stop(): Promise<void>;
};
