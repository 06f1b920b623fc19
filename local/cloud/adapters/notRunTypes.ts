const network = 'there is no network to build: everything answers on loopback';
const monitoring = 'alarms and dashboards watch metrics, which only an account has';
const logs = 'logs are printed as they come';
const edge = 'the API answers on loopback only';
const keys = 'encryption at rest is a matter of the real service';

/** Resource types without meaning on one machine, each with the reason that `npm start` prints. */
export const notRunTypes: Readonly<Record<string, string>> = {
  'AWS::AppSync::DomainName': edge,
  'AWS::AppSync::DomainNameApiAssociation': edge,
  'AWS::CDK::Metadata': 'counts uses of the CDK',
  'AWS::CertificateManager::Certificate': edge,
  'AWS::CloudWatch::Alarm': monitoring,
  'AWS::CloudWatch::CompositeAlarm': monitoring,
  'AWS::CloudWatch::Dashboard': monitoring,
  'AWS::EC2::EIP': network,
  'AWS::EC2::FlowLog': network,
  'AWS::EC2::InternetGateway': network,
  'AWS::EC2::NatGateway': network,
  'AWS::EC2::Route': network,
  'AWS::EC2::RouteTable': network,
  'AWS::EC2::SecurityGroup': network,
  'AWS::EC2::SecurityGroupEgress': network,
  'AWS::EC2::SecurityGroupIngress': network,
  'AWS::EC2::Subnet': network,
  'AWS::EC2::SubnetRouteTableAssociation': network,
  'AWS::EC2::VPC': network,
  'AWS::EC2::VPCEndpoint': network,
  'AWS::EC2::VPCGatewayAttachment': network,
  'AWS::ElastiCache::SubnetGroup': network,
  'AWS::KMS::Alias': keys,
  'AWS::KMS::Key': keys,
  'AWS::Logs::LogGroup': logs,
  'AWS::Logs::LogStream': logs,
  'AWS::Logs::MetricFilter': monitoring,
  'AWS::RDS::DBSubnetGroup': network,
  'AWS::Route53::RecordSet': edge,
  'AWS::SecretsManager::RotationSchedule': 'secrets are not rotated here',
  'AWS::WAFv2::IPSet': edge,
  'AWS::WAFv2::LoggingConfiguration': edge,
  'AWS::WAFv2::WebACL': edge,
  'AWS::WAFv2::WebACLAssociation': edge,
};
