import { describe, expect, it } from 'vitest';
import { planOf } from '../../plan/fixture.ts';

describe('DynamoDB', () => {
  it('takes keys, indexes, stream and TTL of a global table, and skips replicas', () => {
    const plan = planOf({
      Things: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          AttributeDefinitions: [
            { AttributeName: 'id', AttributeType: 'S' },
            { AttributeName: 'at', AttributeType: 'N' },
          ],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          GlobalSecondaryIndexes: [
            {
              IndexName: 'byTime',
              KeySchema: [{ AttributeName: 'at', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          TimeToLiveSpecification: { AttributeName: 'expiry_time', Enabled: true },
          Replicas: [
            { Region: 'us-west-2', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
            { Region: 'eu-west-1' },
          ],
        },
      },
    });
    expect(plan.tables).toMatchObject([
      {
        tableName: 'Demo-Things',
        streamView: 'NEW_AND_OLD_IMAGES',
        ttlAttribute: 'expiry_time',
        globalIndexes: [{ IndexName: 'byTime' }],
      },
    ]);
  });
});
