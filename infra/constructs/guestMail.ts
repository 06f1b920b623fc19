import { Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** From whom mails to guests come, and how SES is to treat them. */
export class GuestMail extends Construct {
  readonly from: string;
  /** Name of the configuration set. */
  readonly configurationSet: string;
  /** What SES asks a sender's policies about: the identity of the address and the configuration set. */
  readonly arns: string[];

  constructor(scope: Construct, id: string, { from }: { from: string }) {
    super(scope, id);
    this.from = from;
    const set = new ConfigurationSet(this, 'Settings', {
      // Mails tell where somebody will be and when: in the clear to nobody.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet = set.configurationSetName;
    const identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(from.slice(from.indexOf('@') + 1)),
    });
    const arn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet,
    });
    this.arns = [identity.emailIdentityArn, arn];
  }
}
