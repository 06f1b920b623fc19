import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { physicalName, serviceId } from '../physicalName.ts';
import { properties, skip, tags, text } from '../shapes.ts';

const nodes = skip('one local MariaDB stands for all instances');
const upkeep = skip('nothing is maintained or upgraded here');
const insights = skip('insights and monitoring are reports in an account');
const network = skip('there is no network to build: the engine answers on loopback');

/** A writer or reader of a cluster: a name for the cluster's one engine. An instance without a cluster is not run. */
export const databaseInstance = defineAdapter({
  type: 'AWS::RDS::DBInstance',
  properties: properties({
    DBClusterIdentifier: text,
    DBInstanceIdentifier: text.optional(),
    Engine: z.literal('aurora-mysql'),
    AllowMajorVersionUpgrade: upkeep,
    AutoMinorVersionUpgrade: upkeep,
    AvailabilityZone: network,
    CACertificateIdentifier: skip('traffic stays on loopback: a function encrypts to every other address'),
    CertificateRotationRestart: upkeep,
    CopyTagsToSnapshot: skip('what is kept lies in the data folder; there are no backups'),
    DBInstanceClass: nodes,
    DBSubnetGroupName: network,
    DatabaseInsightsMode: insights,
    EnablePerformanceInsights: insights,
    EngineVersion: skip('the version is that of the MariaDB on this machine'),
    MonitoringInterval: insights,
    MonitoringRoleArn: insights,
    PerformanceInsightsKMSKeyId: insights,
    PerformanceInsightsRetentionPeriod: insights,
    PreferredMaintenanceWindow: upkeep,
    PromotionTier: nodes,
    PubliclyAccessible: network,
    Tags: tags,
  }),
  plan(instance, { environment, logicalId, plan }) {
    const cluster = plan.databases.find(({ id }) => id === instance.DBClusterIdentifier);
    if (cluster === undefined) {
      throw new TemplateError(`property DBClusterIdentifier: there is no cluster ${instance.DBClusterIdentifier}`);
    }
    const id = (instance.DBInstanceIdentifier ?? physicalName(environment.stackName, logicalId, 63)).toLowerCase();
    const arn = `arn:aws:rds:${environment.region}:${environment.accountId}:db:${id}`;
    return {
      ref: id,
      attributes: {
        DBInstanceArn: arn,
        DbiResourceId: `db-${serviceId(arn, 26).toUpperCase()}`,
        'Endpoint.Address': cluster.host,
        'Endpoint.Port': String(cluster.port),
      },
    };
  },
});
