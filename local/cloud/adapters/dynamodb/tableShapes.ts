import { z } from 'zod';
import { flag, properties, skip, text } from '../shapes.ts';

/** The parts that `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` have in common. */

const throughput = skip('DynamoDB Local does not meter throughput');
const keySchema = z.array(properties({ AttributeName: text, KeyType: z.enum(['HASH', 'RANGE']) }));

export const index = properties({
  IndexName: text,
  KeySchema: keySchema,
  Projection: properties({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
    NonKeyAttributes: z.array(text).optional(),
  }),
  ContributorInsightsSpecification: skip('Contributor Insights is a report in an account'),
  OnDemandThroughput: throughput,
  ProvisionedThroughput: throughput,
  WarmThroughput: throughput,
  WriteOnDemandThroughputSettings: throughput,
  WriteProvisionedThroughputSettings: throughput,
});

export const commonProperties = {
  TableName: text.optional(),
  AttributeDefinitions: z.array(properties({ AttributeName: text, AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).default([]),
  LocalSecondaryIndexes: z.array(index).default([]),
  StreamSpecification: properties({
    StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
  }).optional(),
  TimeToLiveSpecification: properties({ AttributeName: text.optional(), Enabled: flag }).optional(),
  BillingMode: skip('DynamoDB Local bills nobody'),
  SSESpecification: skip('encryption at rest is a matter of the real service'),
  WarmThroughput: throughput,
};

export const replica = properties({
  Region: text,
  ContributorInsightsSpecification: skip('Contributor Insights is a report in an account'),
  DeletionProtectionEnabled: skip('the local cloud deletes no table'),
  GlobalSecondaryIndexes: skip('indexes of a replica differ from the table only in throughput and reports'),
  PointInTimeRecoverySpecification: skip('DynamoDB Local keeps no backups'),
  ReadOnDemandThroughputSettings: throughput,
  ReadProvisionedThroughputSettings: throughput,
  SSESpecification: skip('encryption at rest is a matter of the real service'),
  TableClass: skip('storage classes only differ in price'),
  Tags: skip('tags only matter in an account'),
});

export type CommonTableProperties = z.output<z.ZodObject<typeof commonProperties>>;
