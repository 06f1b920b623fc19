import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type Physical, type ResourceContext } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text, whole } from '../shapes.ts';

const network = skip('there is no network to build: the engine answers on loopback');
const nodes = skip('one local Redis stands for all nodes');
const backup = skip('what is kept lies in the data folder; there are no snapshots');
const upkeep = skip('nothing is maintained or upgraded here');
const atRest = skip('encryption at rest is a matter of the real service');
const inTransit = skip('traffic stays on loopback: a function encrypts to every other address');

const shape = properties({
  ReplicationGroupId: text.optional(),
  Engine: z.enum(['redis', 'valkey']).default('redis'),
  AuthToken: text.optional(),
  CacheParameterGroupName: text.optional(),
  ClusterMode: z.enum(['enabled', 'disabled']).optional(),
  NumNodeGroups: whole.default(1),
  AtRestEncryptionEnabled: atRest,
  AutoMinorVersionUpgrade: upkeep,
  AutomaticFailoverEnabled: nodes,
  CacheNodeType: nodes,
  CacheSubnetGroupName: network,
  DataTieringEnabled: nodes,
  EngineVersion: skip('the version is that of the Redis on this machine'),
  IpDiscovery: network,
  KmsKeyId: atRest,
  LogDeliveryConfigurations: skip('logs are printed as they come'),
  MultiAZEnabled: nodes,
  NetworkType: network,
  NodeGroupConfiguration: nodes,
  NotificationTopicArn: skip('nothing is announced: nodes do not fail over here'),
  NumCacheClusters: nodes,
  Port: skip('the engine has a free port; Fn::GetAtt tells it'),
  PreferredCacheClusterAZs: nodes,
  PreferredMaintenanceWindow: upkeep,
  ReplicasPerNodeGroup: nodes,
  ReplicationGroupDescription: skip('says nothing to a machine'),
  SecurityGroupIds: network,
  SnapshotRetentionLimit: backup,
  SnapshotWindow: backup,
  SnapshottingClusterId: backup,
  Tags: tags,
  TransitEncryptionEnabled: inTransit,
  TransitEncryptionMode: inTransit,
});

export const replicationGroup = defineAdapter({
  type: 'AWS::ElastiCache::ReplicationGroup',
  properties: shape,
  plan(group, context) {
    const { plan, environment, logicalId } = context;
    if (plan.caches.length > 0) throw new TemplateError('the local cloud runs one replication group');
    const id = (group.ReplicationGroupId ?? physicalName(environment.stackName, logicalId, 40)).toLowerCase();
    const { cluster, parameters } = parametersOf(group.CacheParameterGroupName, context);
    if (!cluster && (group.NumNodeGroups > 1 || group.ClusterMode === 'enabled')) {
      throw new TemplateError(
        'property CacheParameterGroupName names no group with cluster-enabled yes, which cluster mode needs',
      );
    }
    plan.caches.push({ id, cluster, password: group.AuthToken ?? null, parameters });
    return { ref: id, attributes: endpoints(cluster, new URL(context.urls.redis)) };
  },
});

/** AWS's own groups are named `default.redis7` and `default.redis7.cluster.on`. */
function parametersOf(name: string | undefined, { plan }: ResourceContext) {
  if (name === undefined) return { cluster: false, parameters: {} };
  if (name.startsWith('default.')) return { cluster: name.endsWith('.cluster.on'), parameters: {} };
  const group = plan.cacheParameterGroups.get(name);
  if (group === undefined) throw new TemplateError(`property CacheParameterGroupName: there is no group ${name}`);
  return group;
}

/** A group in cluster mode has one endpoint for all; another has one for writing and one for reading. */
function endpoints(cluster: boolean, { hostname, port }: URL): Physical['attributes'] {
  const names = cluster ? ['ConfigurationEndPoint'] : ['PrimaryEndPoint', 'ReaderEndPoint'];
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.Address`, hostname],
      [`${name}.Port`, port],
    ]),
  );
}
