import { z } from 'zod';
import { flag, properties, skip, tags, text, whole } from '../shapes.ts';

const between = (least: number, most: number) => whole.pipe(z.number().min(least).max(most));
const encryption = skip('encryption at rest is a matter of the real service');

/** The limits are those of `CreateQueue` in the SQS API reference; times are seconds, sizes bytes. */
export const queueProperties = properties({
  QueueName: text.optional(),
  FifoQueue: flag.default(false),
  ContentBasedDeduplication: flag.optional(),
  DeduplicationScope: z.enum(['queue', 'messageGroup']).optional(),
  DelaySeconds: between(0, 900).optional(),
  MaximumMessageSize: between(1_024, 1_048_576).optional(),
  MessageRetentionPeriod: between(60, 1_209_600).optional(),
  ReceiveMessageWaitTimeSeconds: between(0, 20).optional(),
  VisibilityTimeout: between(0, 43_200).optional(),
  RedrivePolicy: properties({ deadLetterTargetArn: text, maxReceiveCount: between(1, 1_000) }).optional(),
  RedriveAllowPolicy: properties({
    redrivePermission: z.enum(['allowAll', 'denyAll', 'byQueue']),
    sourceQueueArns: z.array(text).default([]),
  }).optional(),
  FifoThroughputLimit: skip('no throughput is metered'),
  KmsDataKeyReusePeriodSeconds: encryption,
  KmsMasterKeyId: encryption,
  SqsManagedSseEnabled: encryption,
  Tags: tags,
});

export type QueueProperties = z.output<typeof queueProperties>;

/** Those that are taken over as they stand when the template gives them. */
export const TAKEN_OVER = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
] as const satisfies (keyof QueueProperties)[];
