import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, tags, text } from '../shapes.ts';

export const scheduleGroup = defineAdapter({
  type: 'AWS::Scheduler::ScheduleGroup',
  properties: properties({ Name: text.optional(), Tags: tags }),
  plan(group, { environment, logicalId, plan }) {
    const name = group.Name ?? physicalName(environment.stackName, logicalId, 64);
    plan.events.scheduleGroups.push(name);
    const arn = `arn:aws:scheduler:${environment.region}:${environment.accountId}:schedule-group/${name}`;
    return { ref: name, attributes: { Arn: arn } };
  },
});
