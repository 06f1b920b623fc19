import { describe, expect, it } from 'vitest';
import { planOf, planStacks, stackOf } from '../../plan/fixture.ts';

const group = (given: Record<string, unknown> = { require_secure_transport: 'ON', max_connections: 500 }) => ({
  Type: 'AWS::RDS::DBClusterParameterGroup',
  Properties: { Description: 'audit', Family: 'aurora-mysql8.0', Parameters: given },
});
const cluster = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::RDS::DBCluster',
  Properties: {
    Engine: 'aurora-mysql',
    EngineVersion: '8.0.mysql_aurora.3.08.0',
    DatabaseName: 'bookingaudit',
    DBClusterParameterGroupName: { Ref: 'Group' },
    DBSubnetGroupName: { Ref: 'Subnets' },
    MasterUsername: 'booking_admin',
    MasterUserPassword: 'secret',
    StorageEncrypted: true,
    ...more,
  },
});
const instance = {
  Type: 'AWS::RDS::DBInstance',
  Properties: {
    DBClusterIdentifier: { Ref: 'Audit' },
    DBInstanceClass: 'db.r5.large',
    Engine: 'aurora-mysql',
    PromotionTier: 0,
  },
};
const subnets = {
  Type: 'AWS::RDS::DBSubnetGroup',
  Properties: { DBSubnetGroupDescription: 'private', SubnetIds: [] },
};
const resources = { Group: group(), Subnets: subnets, Audit: cluster(), Writer: instance };
const attribute = (logicalId: string, name: string) => ({ Value: { 'Fn::GetAtt': [logicalId, name] } });

describe('Aurora MySQL', () => {
  it('takes database, master user and settings, and tells its endpoints', () => {
    const outputs = {
      Writer: attribute('Audit', 'Endpoint.Address'),
      Reader: attribute('Audit', 'ReadEndpoint.Address'),
      Port: attribute('Audit', 'Endpoint.Port'),
      Instance: attribute('Writer', 'Endpoint.Port'),
    };
    const plan = planStacks([stackOf({ Resources: resources, Outputs: outputs })]);
    expect(plan.databases).toEqual([
      {
        id: 'demo-audit',
        arn: 'arn:aws:rds:us-west-2:000000000000:cluster:demo-audit',
        host: '127.0.0.1',
        port: 3306,
        databaseName: 'bookingaudit',
        user: 'booking_admin',
        password: 'secret',
        parameters: { max_connections: '500' },
      },
    ]);
    expect(plan.outputs).toEqual({ Writer: '127.0.0.1', Reader: '127.0.0.1', Port: '3306', Instance: '3306' });
  });

  it.each([
    ['another engine', { Audit: cluster({ Engine: 'aurora-postgresql' }) }, /property Engine/],
    ['a password that RDS keeps', { Audit: cluster({ ManageMasterUserPassword: true }) }, /ManageMasterUserPassword/],
    ['a setting that it does not know', { Group: group({ innodb_page_size: '4k' }) }, /sets innodb_page_size/],
    ['a collation of MySQL alone', { Group: group({ collation_server: 'utf8mb4_0900_ai_ci' }) }, /MariaDB\) does not/],
    ['an instance of its own', { Writer: { ...instance, Properties: { Engine: 'aurora-mysql' } } }, /DBClusterId/],
    ['a second cluster', { More: cluster() }, /one database cluster/],
  ])('refuses %s', (_, more, message) => {
    expect(() => planOf({ ...resources, ...more })).toThrow(message);
  });
});
