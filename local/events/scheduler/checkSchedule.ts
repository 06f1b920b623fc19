import { AwsServiceError } from '../../appsync/definition.ts';
import { isTarget } from '../delivery/send/send.ts';
import { compileSchedule } from '../schedule/schedule.ts';
import { ScheduleError } from '../schedule/scheduleError.ts';
import { payloadOf } from './payload.ts';
import type { ScheduleBody } from './scheduleShape.ts';

/** Services whose targets take JSON only. */
const JSON_ONLY = new Set(['lambda', 'states', 'events']);

/**
 * Refuses what EventBridge Scheduler refuses, and what is not run here.
 * @param now epoch milliseconds
 * @param trusts whether a role lets a service assume it
 * @throws {AwsServiceError} ValidationException
 */
export function checkSchedule(
  body: ScheduleBody,
  now: number,
  trusts: (roleArn: string, service: string) => boolean,
): void {
  const { Target: target, ScheduleExpression: expression, Name: name } = body;
  if (!/^[\w.-]{1,64}$/.test(name)) refuse(`${name} is no name of a schedule.`);
  checkExpression(body, now);
  if (body.startAt !== null && body.endAt !== null && body.startAt >= body.endAt)
    refuse('The EndDate must come after the StartDate.');
  if (!isTarget(target.Arn)) refuse(`Schedules for ${target.Arn} are not run locally.`);
  if (!trusts(target.RoleArn, 'scheduler.amazonaws.com'))
    refuse('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
  checkTarget(body, expression);
}

function checkExpression(body: ScheduleBody, now: number): void {
  try {
    const schedule = compileSchedule(body.ScheduleExpression, body.ScheduleExpressionTimezone);
    if (schedule.once && schedule.next(now, now) === null && body.State === 'ENABLED')
      refuse(`${body.ScheduleExpression} is in the past.`);
  } catch (error) {
    if (error instanceof ScheduleError)
      refuse(`Invalid Schedule Expression ${body.ScheduleExpression}. ${error.message}`);
    throw error;
  }
}

function checkTarget({ Target: target }: ScheduleBody, expression: string): void {
  const service = target.Arn.split(':')[2] ?? '';
  if ((target.EventBridgeParameters !== undefined) !== (service === 'events'))
    refuse('EventBridgeParameters are for event buses, and needed there.');
  if (target.SqsParameters !== undefined && service !== 'sqs') refuse('SqsParameters are for queues.');
  if (service === 'sqs' && target.Arn.endsWith('.fifo') && target.SqsParameters?.MessageGroupId === undefined)
    refuse('A FIFO queue needs a MessageGroupId.');
  if (service === 'events' && target.Input === undefined) refuse('An event needs an Input: its detail.');
  const sample = payloadOf({ Target: target }, { arn: expression, id: 'id', due: 0, accountId: '', region: '' });
  if (JSON_ONLY.has(service) && !isJson(sample)) refuse('The Input for this target must be JSON.');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refuse(message: string): never {
  throw new AwsServiceError('ValidationException', message, 400);
}
