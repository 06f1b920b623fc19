import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

const GROUPS = {
  guest: 'Books and manages own stays.',
  staff: 'Works for the properties named in custom:property_ids.',
  pms: 'A property management system: a machine, bound to properties as staff are.',
  operator: 'Runs the service: every property.',
};

/** Who can sign in: people and PMS machines, in groups, the latter bound to properties by a claim. */
export class Users extends Construct {
  readonly pool: UserPool;
  readonly webClient: UserPoolClient;
  readonly pmsClient: UserPoolClient;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      customAttributes: { property_ids: new StringAttribute({ maxLen: 2048, mutable: true }) },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [groupName, description] of Object.entries(GROUPS)) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName, description });
    }
    const common = {
      // Nobody may write the claim that binds to properties: only administrators do.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
        .withCustomAttributes('property_ids'),
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
    };
    this.webClient = this.pool.addClient('Web', { ...common, authFlows: { userSrp: true } });
    this.pmsClient = this.pool.addClient('Pms', {
      ...common,
      authFlows: { adminUserPassword: true },
      generateSecret: true,
    });
  }
}
