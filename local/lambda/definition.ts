import type { LambdaReply } from '../appsync/definition.ts';

/** What the host needs to know of one function, as its `AWS::Lambda::Function` says it. */
export type LambdaDefinition = {
  name: string;
  arn: string;
  roleArn: string;
  /** The unpacked code asset. */
  codeFolder: string;
  /** `<file without its ending>.<export>`, e.g. `index.handler`. */
  handler: string;
  /** `nodejs22.x` and the like; it always runs on the Node.js of this process. */
  runtime: string;
  /** Exactly the template's variables; nothing of this process's own environment is passed on. */
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMiB: number;
  /** Calls beyond it are throttled at once, as on AWS; 0 switches the function off. */
  reservedConcurrency?: number;
  /** Tries after the first one of an asynchronous invocation: 0 to 2; default 2. */
  eventRetries?: number;
  /** Where an asynchronous invocation goes that failed for good; without it the failure is only logged. */
  onEventFailure?(failure: EventFailure): Promise<void> | void;
};

export type EventFailure = { requestId: string; payload: unknown; attempts: number; error: unknown };

export type Invocation = {
  /** Name, ARN, or `<account>:function:<name>`; a version or alias is refused, the local cloud has none. */
  functionArn: string;
  payload: unknown;
  invocationType: 'RequestResponse' | 'Event' | 'DryRun';
  signal?: AbortSignal;
  /** Of whoever must know it beforehand; else the host makes one. */
  requestId?: string;
};

export type LambdaHost = {
  /** @throws {Error} for a function that cannot run here, or a name that is taken */
  register(definition: LambdaDefinition): void;
  /** Undefined when there is no such function. */
  find(functionName: string): LambdaDefinition | undefined;
  /** How many invocations of a function that has no concurrency reserved can run at a time here. */
  unreservedConcurrency: number;
  /**
   * Runs a function. What the handler throws, a time-out and a crash come back as a reply with `functionError`.
   * @throws {AwsServiceError} ResourceNotFoundException, TooManyRequestsException, RequestTooLargeException
   */
  invoke(invocation: Invocation): Promise<LambdaReply>;
  /** Resolves when no asynchronous invocation is waiting, running or to be tried again. */
  eventsDrained(): Promise<void>;
  /** Ends every process; invocations under way fail. */
  stop(): Promise<void>;
};
