import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { BUS_SOURCE, REMINDER_DUE } from '../../functions/manifest.ts';
import type { Messaging } from './messaging.ts';

/** Has guests written to when their reminder comes due. */
export class GuestReminders extends Construct {
  constructor(scope: Construct, id: string, { bus, queues }: Messaging) {
    super(scope, id);
    const { queue, deadLetters } = queues.GuestMessages;
    new Rule(this, 'ReminderDue', {
      eventBus: bus,
      eventPattern: { source: [BUS_SOURCE], detailType: [REMINDER_DUE] },
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
  }
}
