import { defineAdapter } from '../adapter.ts';
import { properties, skip, tags } from '../shapes.ts';
import { planTable } from './planTable.ts';
import { commonProperties } from './tableShapes.ts';

export const table = defineAdapter({
  type: 'AWS::DynamoDB::Table',
  properties: properties({
    ...commonProperties,
    ContributorInsightsSpecification: skip('Contributor Insights is a report in an account'),
    DeletionProtectionEnabled: skip('the local cloud deletes no table'),
    OnDemandThroughput: skip('DynamoDB Local does not meter throughput'),
    PointInTimeRecoverySpecification: skip('DynamoDB Local keeps no backups'),
    ProvisionedThroughput: skip('DynamoDB Local does not meter throughput'),
    TableClass: skip('storage classes only differ in price'),
    Tags: tags,
  }),
  plan: planTable,
});
