import { z } from 'zod';
import type { RuleDefinition } from '../../../events/bus/definition.ts';
import { compileRule, RuleError } from '../../../events/bus/rule.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text } from '../shapes.ts';
import { targetOf, targetShape } from './targetShape.ts';

export const rule = defineAdapter({
  type: 'AWS::Events::Rule',
  properties: properties({
    Name: text.optional(),
    EventBusName: text.default('default'),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: text.optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(targetShape).default([]),
    Description: skip('says nothing to a machine'),
    Tags: tags,
  }),
  plan(rule, context) {
    const { stackName, region, accountId } = context.environment;
    const name = rule.Name ?? physicalName(stackName, context.logicalId, 64);
    const busName = busOf(rule.EventBusName, context);
    const path = busName === 'default' ? name : `${busName}/${name}`;
    const definition: RuleDefinition = {
      name,
      arn: `arn:aws:events:${region}:${accountId}:rule/${path}`,
      busName,
      pattern: rule.EventPattern ?? null,
      schedule: rule.ScheduleExpression ?? null,
      enabled: rule.State === 'ENABLED',
      targets: rule.Targets.map((target) => targetOf(target, context.plan)),
    };
    check(definition);
    context.plan.events.rules.push(definition);
    return { ref: path.replace('/', '|'), attributes: { Arn: definition.arn } };
  },
});

/** @param bus a name or an ARN */
function busOf(bus: string, { plan }: ResourceContext): string {
  const name = bus.split('/').at(-1) ?? bus;
  if (name === 'default' || plan.events.buses.some((known) => known.name === name)) return name;
  throw new TemplateError(`property EventBusName: there is no bus ${bus} in the templates`);
}

function check(definition: RuleDefinition): void {
  try {
    compileRule(definition);
  } catch (error) {
    if (error instanceof RuleError) throw new TemplateError(error.message, { cause: error });
    throw error;
  }
  if (definition.schedule !== null && definition.busName !== 'default')
    throw new TemplateError('property ScheduleExpression: only rules of the default bus may have a schedule');
}
