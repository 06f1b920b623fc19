import { randomUUID } from 'node:crypto';
import { compilePattern } from '../../patterns/compilePattern.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { isTarget } from '../delivery/send/send.ts';
import { compileInput } from '../input/compileInput.ts';
import { compileSchedule, type Schedule } from '../schedule/schedule.ts';
import type { RuleDefinition, RuleTarget } from './definition.ts';
import type { BusEvent } from './event.ts';

/** A rule ready to work. */
export type Rule = {
  definition: RuleDefinition;
  matches(event: BusEvent): boolean;
  schedule: Schedule | null;
  /** The messages for all of its targets. @param now epoch milliseconds */
  deliveries(event: BusEvent, now: number): Delivery[];
};

/** A rule asks for something that AWS would refuse, or that is not run here. */
export class RuleError extends Error {
  override name = 'RuleError';
}

/** @throws {RuleError} naming the rule */
export function compileRule(definition: RuleDefinition): Rule {
  try {
    return compile(definition);
  } catch (error) {
    throw new RuleError(`The rule ${definition.name} cannot work: ${(error as Error).message}`, { cause: error });
  }
}

function compile(definition: RuleDefinition): Rule {
  const { pattern, schedule, targets } = definition;
  if (pattern === null && schedule === null) throw new RuleError('it has neither a pattern nor a schedule.');
  if (schedule?.startsWith('at(')) throw new RuleError('at(...) is for schedules, not for rules.');
  refuseServiceEvents(pattern);
  const makers = targets.map((target) => deliveryMaker(definition, target));
  return {
    definition,
    matches: pattern === null ? () => false : compilePattern(pattern),
    schedule: schedule === null ? null : compileSchedule(schedule),
    deliveries: (event, now) => makers.map((make) => make(event, now)),
  };
}

/** Nothing here announces itself on the bus as AWS's services do: such a rule would wait for ever. */
function refuseServiceEvents(pattern: unknown): void {
  const source = (pattern as { source?: unknown } | null)?.source;
  const awsOnly = Array.isArray(source) && source.every((one) => typeof one === 'string' && one.startsWith('aws.'));
  if (awsOnly && source.length > 0) throw new RuleError(`no events of ${source.join(', ')} are made locally.`);
}

function deliveryMaker(rule: RuleDefinition, target: RuleTarget): (event: BusEvent, now: number) => Delivery {
  const { arn, roleArn, messageGroupId, deadLetterArn, maxRetries } = target;
  if (!isTarget(arn) || arn.split(':')[2] === 'events')
    throw new RuleError(`its target ${target.id} (${arn}) is of a kind that is not run locally.`);
  const input = compileInput(target.input);
  const surroundings = { ruleArn: rule.arn, ruleName: rule.name };
  return (event, now) => ({
    id: randomUUID(),
    sender: { service: 'events.amazonaws.com', arn: rule.arn },
    target: { arn, roleArn, messageGroupId, event: null },
    payload: input(event, { ...surroundings, ingestionTime: new Date(now).toISOString() }),
    deadLetter: deadLetterArn === null ? null : { queueArn: deadLetterArn, body: JSON.stringify(event) },
    maxRetries,
    expiresAt: now + target.maxAgeSeconds * 1000,
    attempts: 0,
  });
}
