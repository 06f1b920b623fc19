import { Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import {
  AuroraMysqlEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Network } from './network.ts';

const DATABASE = 'bookingaudit';

/** The audit history: Aurora MySQL, a writer and a reader that follow the load, encrypted and backed up. */
export class AuditDatabase extends Construct {
  readonly host: string;
  readonly port: string;
  readonly database = DATABASE;
  readonly secret: ISecret;

  constructor(scope: Construct, id: string, { network }: { network: Network }) {
    super(scope, id);
    const cluster = new DatabaseCluster(this, 'Cluster', {
      engine: DatabaseClusterEngine.auroraMysql({ version: AuroraMysqlEngineVersion.VER_3_08_0 }),
      defaultDatabaseName: DATABASE,
      credentials: Credentials.fromGeneratedSecret('booking_admin'),
      writer: ClusterInstance.serverlessV2('Writer'),
      readers: [ClusterInstance.serverlessV2('Reader', { scaleWithWriter: true })],
      serverlessV2MinCapacity: 0.5,
      serverlessV2MaxCapacity: 16,
      vpc: network.vpc,
      vpcSubnets: network.dataSubnets,
      securityGroups: [network.database],
      storageEncrypted: true,
      backup: { retention: Duration.days(7) },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.host = cluster.clusterEndpoint.hostname;
    this.port = Token.asString(cluster.clusterEndpoint.port);
    this.secret = cluster.secret!;
  }
}
