import { z } from 'zod';
import { flag, properties, skip, tags, text, whole } from '../../shapes.ts';

/** A whole number within limits. */
const between = (least: number, most: number) => whole.pipe(z.number().min(least).max(most));

/** -1 for no limit, else a whole number within limits. */
const unlimitedOr = (least: number, most: number) => z.union([whole.pipe(z.literal(-1)), between(least, most)]);

/** Properties of mappings from streams and queues; those of Kafka, MQ, DocumentDB and Kinesis alone are not known. */
export const mappingProperties = properties({
  EventSourceArn: text,
  FunctionName: text,
  Enabled: flag.default(true),
  BatchSize: between(1, 10_000).optional(),
  MaximumBatchingWindowInSeconds: between(0, 300).default(0),
  FilterCriteria: properties({
    Filters: z.array(properties({ Pattern: text.default('{}') })).default([]),
  }).default({ Filters: [] }),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON'], 'only LATEST and TRIM_HORIZON are for DynamoDB').optional(),
  ParallelizationFactor: between(1, 10).optional(),
  MaximumRetryAttempts: unlimitedOr(0, 10_000).optional(),
  MaximumRecordAgeInSeconds: unlimitedOr(60, 604_800).optional(),
  BisectBatchOnFunctionError: flag.optional(),
  DestinationConfig: properties({ OnFailure: properties({ Destination: text }).optional() }).optional(),
  TumblingWindowInSeconds: z.literal(0, 'tumbling windows are not run locally').optional(),
  ScalingConfig: properties({ MaximumConcurrency: between(2, 1000).optional() }).optional(),
  KmsKeyArn: skip('encryption at rest is a matter of the real service'),
  LoggingConfig: skip('logs are printed as they come'),
  MetricsConfig: skip('metrics of mappings are the real service’s own'),
  Tags: tags,
});

export type MappingProperties = z.output<typeof mappingProperties>;
