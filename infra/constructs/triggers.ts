import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueTrigger, ScheduleTrigger, StreamTrigger, TableName } from '../../functions/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';
import { deadLetterQueue, type QueueWithDeadLetters } from './messaging.ts';

/** A source of events: its ARN as events name it, and where those go that can't be handled. `stream`: the table it belongs to. */
export type Source = { arn: string; deadLetters: Queue; stream?: TableName };

/** Starts a function from a table's stream without waiting for batches to fill. */
export function startFromStream(target: LambdaFunction, trigger: StreamTrigger, tables: Tables): Source {
  const table = tables[trigger.stream];
  const deadLetters = deadLetterQueue(target.node.scope!, `${trigger.stream}DeadLetters`);
  target.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: trigger.batchSize,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: trigger.parallelization,
      retryAttempts: trigger.retries,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters),
      filters: trigger.filters?.map((filter) => FilterCriteria.filter(filter)),
    }),
  );
  return { arn: table.tableStreamArn!, deadLetters, stream: trigger.stream };
}

/** Starts a function by the clock. A run that fails is not made up for: the next one is near. */
export function startOnSchedule(target: LambdaFunction, { everyMinutes }: ScheduleTrigger): void {
  new Rule(target.node.scope!, `Every${everyMinutes}Minutes`, {
    schedule: Schedule.rate(Duration.minutes(everyMinutes)),
    targets: [new LambdaTarget(target, { retryAttempts: 0 })],
  });
}

/** Starts a function with messages of a queue. */
export function startFromQueue(
  target: LambdaFunction,
  { batchSize, windowSeconds, maxConcurrency }: QueueTrigger,
  { queue, deadLetters }: QueueWithDeadLetters,
): Source {
  target.addEventSource(
    new SqsEventSource(queue, {
      batchSize,
      maxBatchingWindow: queue.fifo ? undefined : Duration.seconds(windowSeconds),
      maxConcurrency,
      reportBatchItemFailures: true,
    }),
  );
  return { arn: queue.queueArn, deadLetters };
}
