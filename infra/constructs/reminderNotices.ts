import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { BUS_SOURCE, REMINDER_DUE } from '../../functions/manifest.ts';
import { deadLetterQueue, type Messaging } from './messaging.ts';

type Props = { messaging: Messaging; email: string | null };

/** Tells a topic, and whoever hears of it by e-mail, of each reminder that comes due: an example of what the bus is for. */
export class ReminderNotices extends Construct {
  constructor(scope: Construct, id: string, { messaging, email }: Props) {
    super(scope, id);
    const topic = messaging.topics.ReminderNotices;
    if (email !== null) topic.addSubscription(new EmailSubscription(email));
    const [booking, property, arrival] = ['bookingId', 'propertyId', 'arrival'].map((name) =>
      EventField.fromPath(`$.detail.${name}`),
    );
    new Rule(this, 'ReminderDue', {
      eventBus: messaging.bus,
      eventPattern: { source: [BUS_SOURCE], detailType: [REMINDER_DUE] },
      targets: [
        new SnsTopic(topic, {
          message: RuleTargetInput.fromText(
            `The guest of booking ${booking}, who arrives at ${property} on ${arrival}, is to be reminded.`,
          ),
          deadLetterQueue: deadLetterQueue(this, 'DeadLetters'),
        }),
      ],
    });
  }
}
