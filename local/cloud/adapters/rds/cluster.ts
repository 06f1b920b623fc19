import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { physicalName, serviceId } from '../physicalName.ts';
import { flag, properties, skip, tags, text } from '../shapes.ts';

const network = skip('there is no network to build: the engine answers on loopback');
const nodes = skip('one local MariaDB stands for all instances');
const backup = skip('what is kept lies in the data folder; there are no backups');
const upkeep = skip('nothing is maintained or upgraded here');
const atRest = skip('encryption at rest is a matter of the real service');
const insights = skip('insights and monitoring are reports in an account');
const storage = skip('storage is a folder of this machine');

const shape = properties({
  DBClusterIdentifier: text.optional(),
  DBClusterParameterGroupName: text.optional(),
  DatabaseName: text.optional(),
  Engine: z.literal('aurora-mysql'),
  EngineMode: z.literal('provisioned').optional(),
  MasterUsername: text,
  MasterUserPassword: text.optional(),
  ManageMasterUserPassword: flag.default(false),
  AutoMinorVersionUpgrade: upkeep,
  AvailabilityZones: network,
  BackupRetentionPeriod: backup,
  CopyTagsToSnapshot: backup,
  DBSubnetGroupName: network,
  DatabaseInsightsMode: insights,
  DeleteAutomatedBackups: backup,
  DeletionProtection: skip('the local cloud deletes no database'),
  EnableCloudwatchLogsExports: skip('logs are printed as they come'),
  EnableIAMDatabaseAuthentication: skip('the local engine knows passwords only; asking for a token fails there'),
  EngineLifecycleSupport: upkeep,
  EngineVersion: skip('the version is that of the MariaDB on this machine'),
  KmsKeyId: atRest,
  MonitoringInterval: insights,
  MonitoringRoleArn: insights,
  NetworkType: network,
  PerformanceInsightsEnabled: insights,
  PerformanceInsightsKmsKeyId: insights,
  PerformanceInsightsRetentionPeriod: insights,
  Port: skip('the engine has a free port; Fn::GetAtt tells it'),
  PreferredBackupWindow: backup,
  PreferredMaintenanceWindow: upkeep,
  PubliclyAccessible: network,
  ServerlessV2ScalingConfiguration: nodes,
  StorageEncrypted: atRest,
  StorageType: storage,
  Tags: tags,
  VpcSecurityGroupIds: network,
});

export const databaseCluster = defineAdapter({
  type: 'AWS::RDS::DBCluster',
  properties: shape,
  plan(cluster, context) {
    const { environment, logicalId, plan, urls } = context;
    if (plan.databases.length > 0) throw new TemplateError('the local cloud runs one database cluster');
    const id = (cluster.DBClusterIdentifier ?? physicalName(environment.stackName, logicalId, 63)).toLowerCase();
    const arn = `arn:aws:rds:${environment.region}:${environment.accountId}:cluster:${id}`;
    const { hostname: host, port } = new URL(urls.mysql);
    plan.databases.push({
      id,
      arn,
      host,
      port: Number(port),
      databaseName: cluster.DatabaseName ?? null,
      user: cluster.MasterUsername,
      password: passwordOf(cluster),
      parameters: parametersOf(cluster.DBClusterParameterGroupName, context),
    });
    return {
      ref: id,
      attributes: {
        DBClusterArn: arn,
        DBClusterResourceId: `cluster-${serviceId(arn, 26).toUpperCase()}`,
        'Endpoint.Address': host,
        'Endpoint.Port': port,
        'ReadEndpoint.Address': host,
      },
    };
  },
});

function passwordOf(cluster: z.output<typeof shape>): string {
  if (cluster.ManageMasterUserPassword) {
    throw new TemplateError(
      'property ManageMasterUserPassword is true: the local cloud needs MasterUserPassword, from a secret of the template',
    );
  }
  if (cluster.MasterUserPassword === undefined) throw new TemplateError('property MasterUserPassword is missing');
  return cluster.MasterUserPassword;
}

/** AWS's own groups are named `default.aurora-mysql8.0`. */
function parametersOf(name: string | undefined, { plan }: ResourceContext): Record<string, string> {
  if (name === undefined || name.startsWith('default.')) return {};
  const group = plan.databaseParameterGroups.get(name);
  if (group === undefined) throw new TemplateError(`property DBClusterParameterGroupName: there is no group ${name}`);
  return group;
}
