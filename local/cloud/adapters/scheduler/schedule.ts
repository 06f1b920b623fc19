import { z } from 'zod';
import { scheduleShape } from '../../../events/scheduler/scheduleShape.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { requireTrust } from '../iam/trust.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, text } from '../shapes.ts';

const date = z.iso.datetime({ offset: true }).transform(Date.parse).optional();

export const schedule = defineAdapter({
  type: 'AWS::Scheduler::Schedule',
  properties: properties({
    ...scheduleShape,
    Name: text.optional(),
    StartDate: date,
    EndDate: date,
    KmsKeyArn: skip('encryption at rest is a matter of the real service'),
  }),
  plan({ Name, StartDate, EndDate, KmsKeyArn: _, ...schedule }, { environment, logicalId, plan }) {
    const { stackName, region, accountId } = environment;
    const name = Name ?? physicalName(stackName, logicalId, 64);
    const group = schedule.GroupName;
    if (group !== 'default' && !plan.events.scheduleGroups.includes(group))
      throw new TemplateError(`property GroupName: there is no group ${group} in the templates`);
    requireTrust(plan, schedule.Target.RoleArn, 'scheduler.amazonaws.com');
    plan.events.schedules.push({
      ...schedule,
      Name: name,
      ActionAfterCompletion: 'NONE',
      startAt: StartDate ?? null,
      endAt: EndDate ?? null,
    });
    return { ref: name, attributes: { Arn: `arn:aws:scheduler:${region}:${accountId}:schedule/${group}/${name}` } };
  },
});
