import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { QueueName } from '../../functions/manifest.ts';
import type { Messaging } from './messaging.ts';

const SERVICE = 'scheduler.amazonaws.com';

type Target = { group: ScheduleGroup; role: Role };
type Props = { queues: Messaging['queues'] };

/** For each queue that schedules send to: a group of its own that they lie in, and the role that they send in. */
export class Schedules extends Construct {
  readonly #queues: Props['queues'];
  readonly #targets = new Map<QueueName, Target>();

  constructor(scope: Construct, id: string, { queues }: Props) {
    super(scope, id);
    this.#queues = queues;
  }

  /** Lets a function keep schedules that send to the queue, and give them no other role. */
  letManage(manager: LambdaFunction, name: QueueName): void {
    const { group, role } = this.#target(name);
    const { queue, deadLetters } = this.#queues[name];
    manager.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        resources: [schedulesOf(group)],
      }),
    );
    manager.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': SERVICE } },
      }),
    );
    manager.addEnvironment('SCHEDULE_GROUP', group.scheduleGroupName);
    manager.addEnvironment('SCHEDULE_ROLE_ARN', role.roleArn);
    manager.addEnvironment('SCHEDULE_TARGET_ARN', queue.queueArn);
    manager.addEnvironment('SCHEDULE_DEAD_LETTERS_ARN', deadLetters.queueArn);
  }

  #target(name: QueueName): Target {
    const known = this.#targets.get(name);
    if (known) return known;
    const made = {
      group: new ScheduleGroup(this, `${name}Group`),
      role: new Role(this, `${name}Role`, { assumedBy: new ServicePrincipal(SERVICE) }),
    };
    const { queue, deadLetters } = this.#queues[name];
    made.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn, deadLetters.queueArn] }),
    );
    this.#targets.set(name, made);
    return made;
  }
}

/** All schedules of a group: the group's own ARN is another kind. */
function schedulesOf(group: ScheduleGroup): string {
  return Stack.of(group).formatArn({
    service: 'scheduler',
    resource: 'schedule',
    resourceName: `${group.scheduleGroupName}/*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
}
