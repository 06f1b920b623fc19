import { Duration } from 'aws-cdk-lib';
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { StreamTrigger } from '../../functions/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';

/** Starts a function from a table's stream without waiting for batches to fill; what fails for good is kept 14 days. */
export function startFromStream(target: LambdaFunction, trigger: StreamTrigger, tables: Tables): void {
  const deadLetters = new Queue(target.node.scope!, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  target.addEventSource(
    new DynamoEventSource(tables[trigger.stream], {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: trigger.batchSize,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: trigger.parallelization,
      retryAttempts: trigger.retries,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters),
    }),
  );
}
