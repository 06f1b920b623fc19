import {
  GatewayVpcEndpointAwsService,
  IpAddresses,
  type ISecurityGroup,
  Port,
  SecurityGroup,
  type SubnetSelection,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

type Props = { cidr: string; zones: string[] };

/** Where functions meet the cache and the audit database: private subnets, and rules that name ports and peers. */
export class Network extends Construct {
  readonly vpc: Vpc;
  /** Subnets from which functions reach AWS services through a NAT gateway. */
  readonly functionSubnets: SubnetSelection = { subnetType: SubnetType.PRIVATE_WITH_EGRESS };
  /** Subnets without a way out. */
  readonly dataSubnets: SubnetSelection = { subnetType: SubnetType.PRIVATE_ISOLATED };
  readonly functions: ISecurityGroup;
  readonly cache: ISecurityGroup;
  readonly database: ISecurityGroup;

  constructor(scope: Construct, id: string, { cidr, zones }: Props) {
    super(scope, id);
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(cidr),
      // Named, as counting them would look into an account.
      availabilityZones: zones,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'functions', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      gatewayEndpoints: {
        DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
        S3: { service: GatewayVpcEndpointAwsService.S3 },
      },
    });
    this.functions = this.#group('Functions', 'Functions that need the cache or the audit database', true);
    this.cache = this.#group('Cache', 'The page cache');
    this.database = this.#group('Database', 'The audit database');
    this.cache.addIngressRule(this.functions, Port.tcp(6379), 'functions to the cache');
    this.database.addIngressRule(this.functions, Port.tcp(3306), 'functions to the audit database');
  }

  #group(id: string, description: string, allowAllOutbound = false): SecurityGroup {
    return new SecurityGroup(this, id, { vpc: this.vpc, description, allowAllOutbound });
  }
}
