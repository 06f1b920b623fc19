import { compileQueueFilter } from '../../../../patterns/filters/queueFilter.ts';
import type { MappingBasics, QueueMappingPlan } from '../../../plan/mappingPlan.ts';
import type { Plan } from '../../../plan/plan.ts';
import { TemplateError } from '../../../template/templateError.ts';
import { checkFilters } from './filters.ts';
import type { MappingProperties } from './mappingShapes.ts';
import { refuseOthers } from './onlyFor.ts';

/** Lambda Developer Guide, "Using Lambda with Amazon SQS". */
const DEFAULT_BATCH_SIZE = 10;
const BATCH_WITHOUT_WINDOW = 10;
const DEFAULT_VISIBILITY_SECONDS = 30;

const STREAMS_ONLY = [
  'StartingPosition',
  'ParallelizationFactor',
  'MaximumRetryAttempts',
  'MaximumRecordAgeInSeconds',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'TumblingWindowInSeconds',
] as const;

/** A mapping from an SQS queue. @throws {TemplateError} */
export function planQueueMapping(common: MappingBasics, properties: MappingProperties, plan: Plan): QueueMappingPlan {
  refuseOthers(properties, STREAMS_ONLY, 'SQS queues');
  const { EventSourceArn: queueArn, MaximumBatchingWindowInSeconds: window } = properties;
  const queue = plan.queues.get(queueArn);
  if (queue === undefined)
    throw new TemplateError(`property EventSourceArn is ${queueArn}, which is no queue of the templates`);
  const batchSize = properties.BatchSize ?? DEFAULT_BATCH_SIZE;
  if (queue.fifo && (window > 0 || batchSize > BATCH_WITHOUT_WINDOW))
    throw new TemplateError(
      `${queue.name} is a FIFO queue: no batching window, and batches of ${BATCH_WITHOUT_WINDOW} at most`,
    );
  if (batchSize > BATCH_WITHOUT_WINDOW && window === 0)
    throw new TemplateError(
      `property BatchSize is ${batchSize}: more than ${BATCH_WITHOUT_WINDOW} need a batching window`,
    );
  const timeout = plan.functions.get(common.functionArn)?.timeoutSeconds ?? 0;
  const visibility = Number(queue.attributes.VisibilityTimeout ?? DEFAULT_VISIBILITY_SECONDS);
  if (visibility < timeout)
    throw new TemplateError(
      `${queue.name} has a visibility time-out of ${visibility} s, less than the ${timeout} s its function may take`,
    );
  checkFilters(common.filters, compileQueueFilter);
  const maximumConcurrency = properties.ScalingConfig?.MaximumConcurrency ?? null;
  return { ...common, kind: 'queue', batchSize, queueArn, maximumConcurrency };
}
