import { describe, expect, it } from 'vitest';
import { planOf, planStacks, stackOf } from '../../plan/fixture.ts';

const group = (given: Record<string, unknown> = { 'cluster-enabled': 'yes', 'maxmemory-policy': 'volatile-lru' }) => ({
  Type: 'AWS::ElastiCache::ParameterGroup',
  Properties: { CacheParameterGroupFamily: 'redis7', Description: 'cache', Properties: given },
});
const cache = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::ElastiCache::ReplicationGroup',
  Properties: {
    ReplicationGroupDescription: 'cache',
    Engine: 'redis',
    EngineVersion: '7.1',
    CacheNodeType: 'cache.r7g.large',
    CacheParameterGroupName: { Ref: 'Group' },
    CacheSubnetGroupName: { Ref: 'Subnets' },
    NumNodeGroups: 3,
    ReplicasPerNodeGroup: 2,
    TransitEncryptionEnabled: true,
    AuthToken: 'a token of sixteen or more',
    ...more,
  },
});
const subnets = { Type: 'AWS::ElastiCache::SubnetGroup', Properties: { Description: 'private', SubnetIds: [] } };
const endpoint = (name: string) => ({
  Value: { 'Fn::Join': [':', ['Address', 'Port'].map((part) => ({ 'Fn::GetAtt': ['Cache', `${name}.${part}`] }))] },
});

describe('ElastiCache', () => {
  it('takes cluster mode, token and settings, and tells its endpoint', () => {
    const resources = { Group: group(), Subnets: subnets, Cache: cache() };
    const plan = planStacks([stackOf({ Resources: resources, Outputs: { At: endpoint('ConfigurationEndPoint') } })]);
    expect(plan.caches).toEqual([
      {
        id: 'demo-cache',
        cluster: true,
        password: 'a token of sixteen or more',
        parameters: { 'maxmemory-policy': 'volatile-lru' },
      },
    ]);
    expect(plan.outputs).toEqual({ At: '127.0.0.1:6379' });
    expect(plan.notRun).toMatchObject([{ type: 'AWS::ElastiCache::SubnetGroup', count: 1 }]);
  });

  it('has a primary endpoint where it is no cluster', () => {
    const alone = cache({ NumNodeGroups: 1, CacheParameterGroupName: 'default.redis7', AuthToken: undefined });
    const resources = { Subnets: subnets, Cache: alone };
    const plan = planStacks([stackOf({ Resources: resources, Outputs: { At: endpoint('PrimaryEndPoint') } })]);
    expect(plan.caches).toMatchObject([{ cluster: false, password: null }]);
    expect(plan.outputs).toEqual({ At: '127.0.0.1:6379' });
  });

  it.each([
    ['a setting that it does not know', { Group: group({ 'io-threads': '4' }) }, /Properties sets io-threads/],
    ['shards without cluster mode', { Group: group({}), Subnets: subnets, Cache: cache() }, /cluster-enabled yes/],
    ['users', { Group: group(), Subnets: subnets, Cache: cache({ UserGroupIds: ['u'] }) }, /UserGroupIds/],
    ['a second group', { Group: group(), Subnets: subnets, Cache: cache(), More: cache() }, /one replication group/],
  ])('refuses %s', (_, resources, message) => {
    expect(() => planOf(resources)).toThrow(message);
  });
});
