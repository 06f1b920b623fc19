import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { Messaging } from './messaging.ts';
import { ReminderNotices } from './reminderNotices.ts';
import { Schedules } from './schedules.ts';

function notices(email: string | null): Template {
  const stack = new Stack(new App(), 'S');
  new ReminderNotices(stack, 'Notices', { messaging: new Messaging(stack, 'Messaging'), email });
  return Template.fromStack(stack);
}

describe('notices of reminders', () => {
  it('come by e-mail to the address that is configured', () => {
    notices('desk@hotels.example').hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'desk@hotels.example',
    });
  });

  it('come to nobody where none is', () => {
    const template = notices(null);
    expect(template.findResources('AWS::SNS::Subscription', { Properties: { Protocol: 'email' } })).toEqual({});
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['keyrack.bookings'], 'detail-type': ['ReminderDue'] },
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    });
  });
});

it('two functions that keep schedules of one queue share its group and may pass its role only to the scheduler', () => {
  const stack = new Stack(new App(), 'S');
  const { queues } = new Messaging(stack, 'Messaging');
  const schedules = new Schedules(stack, 'Schedules', { queues });
  for (const id of ['A', 'B']) {
    const props = { runtime: Runtime.NODEJS_24_X, handler: 'i.h', code: Code.fromInline('//') };
    schedules.letManage(new LambdaFunction(stack, id, props), 'RemindersDue');
  }
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::Scheduler::ScheduleGroup', 1);
  template.resourcePropertiesCountIs(
    'AWS::IAM::Policy',
    {
      PolicyDocument: {
        Statement: [
          {
            Action: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
            Effect: 'Allow',
            Resource: {
              'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':schedule/.*|/\\*')])],
            },
          },
          {
            Action: 'iam:PassRole',
            Effect: 'Allow',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('RemindersDueRole'), 'Arn'] },
            Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
          },
        ],
      },
    },
    2,
  );
});
