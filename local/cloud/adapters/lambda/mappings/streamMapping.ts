import { compileStreamFilter } from '../../../../patterns/filters/streamFilter.ts';
import type { MappingBasics, StreamMappingPlan } from '../../../plan/mappingPlan.ts';
import type { Plan } from '../../../plan/plan.ts';
import { TemplateError } from '../../../template/templateError.ts';
import { checkFilters } from './filters.ts';
import type { MappingProperties } from './mappingShapes.ts';
import { refuseOthers } from './onlyFor.ts';

/** Lambda API Reference, CreateEventSourceMapping: defaults and limits of DynamoDB streams. */
const DEFAULT_BATCH_SIZE = 100;

/** A mapping from a table's stream. @throws {TemplateError} */
export function planStreamMapping(common: MappingBasics, properties: MappingProperties, plan: Plan): StreamMappingPlan {
  refuseOthers(properties, ['ScalingConfig'], 'DynamoDB streams');
  const { EventSourceArn: streamArn, StartingPosition: startingPosition } = properties;
  const table = plan.tables.find(({ arn }) => streamArn.startsWith(`${arn}/stream/`));
  if (table === undefined || table.streamView === null) {
    throw new TemplateError(`property EventSourceArn is ${streamArn}, which is no stream of the templates`);
  }
  if (startingPosition === undefined) throw new TemplateError('property StartingPosition is missing');
  checkFilters(common.filters, compileStreamFilter);
  return {
    ...common,
    kind: 'stream',
    batchSize: properties.BatchSize ?? DEFAULT_BATCH_SIZE,
    streamArn,
    startingPosition,
    parallelization: properties.ParallelizationFactor ?? 1,
    retryAttempts: properties.MaximumRetryAttempts ?? -1,
    recordAgeSeconds: properties.MaximumRecordAgeInSeconds ?? -1,
    bisect: properties.BisectBatchOnFunctionError ?? false,
    onFailure: destinationOf(properties, plan),
  };
}

function destinationOf({ DestinationConfig: config }: MappingProperties, plan: Plan): string | null {
  const arn = config?.OnFailure?.Destination;
  if (arn === undefined) return null;
  const queue = plan.queues.get(arn);
  const topic = plan.topics.get(arn);
  if (queue === undefined && topic === undefined)
    throw new TemplateError(`property DestinationConfig names ${arn}, which is no queue or topic of the templates`);
  if (queue?.fifo === true || topic?.fifo === true)
    throw new TemplateError(`property DestinationConfig names ${arn}: Lambda sends to no FIFO queue or topic`);
  return arn;
}
