import { CfnParameterGroup, CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Network } from './network.ts';

type Props = { network: Network; nodeType: string };

/** The page cache: Redis in cluster mode, three shards with two replicas each, encrypted, with a password. */
export class PageCache extends Construct {
  readonly host: string;
  readonly port: string;
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { network, nodeType }: Props) {
    super(scope, id);
    this.secret = new Secret(this, 'AuthToken', {
      generateSecretString: { passwordLength: 32, excludePunctuation: true },
    });
    const subnets = new CfnSubnetGroup(this, 'Subnets', {
      description: 'The page cache',
      subnetIds: network.vpc.selectSubnets(network.dataSubnets).subnetIds,
    });
    const parameters = new CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: 'redis7',
      description: 'The page cache',
      // Every key expires: what was to be forgotten first goes first when memory runs out.
      properties: { 'cluster-enabled': 'yes', 'maxmemory-policy': 'volatile-ttl' },
    });
    const group = new CfnReplicationGroup(this, 'Group', {
      replicationGroupDescription: 'The page cache',
      engine: 'redis',
      engineVersion: '7.1',
      cacheNodeType: nodeType,
      cacheParameterGroupName: parameters.ref,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [network.cache.securityGroupId],
      numNodeGroups: 3,
      replicasPerNodeGroup: 2,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      authToken: this.secret.secretValue.unsafeUnwrap(),
      snapshotRetentionLimit: 7,
      snapshotWindow: '03:00-05:00',
      preferredMaintenanceWindow: 'sun:05:00-sun:06:00',
    });
    this.host = group.attrConfigurationEndPointAddress;
    this.port = group.attrConfigurationEndPointPort;
  }
}
