import { randomUUID } from 'node:crypto';
import type { Delivery } from '../delivery/delivery.ts';
import type { ScheduleBody } from './scheduleShape.ts';

/** The message of a schedule that is due. @param due, now epoch milliseconds */
export function deliveryOf(
  body: ScheduleBody,
  arn: string,
  times: { due: number; now: number },
  place: { accountId: string; region: string },
): Delivery {
  const { Target: target } = body;
  const { MaximumRetryAttempts: maxRetries, MaximumEventAgeInSeconds: maxAge } = target.RetryPolicy;
  const id = randomUUID();
  const payload = payloadOf(body, { arn, id, due: times.due, ...place });
  const queueArn = target.DeadLetterConfig?.Arn;
  const parameters = target.EventBridgeParameters;
  return {
    id,
    sender: { service: 'scheduler.amazonaws.com', arn },
    target: {
      arn: target.Arn,
      roleArn: target.RoleArn,
      messageGroupId: target.SqsParameters?.MessageGroupId ?? null,
      event: parameters === undefined ? null : { detailType: parameters.DetailType, source: parameters.Source },
    },
    payload,
    deadLetter: queueArn === undefined ? null : { queueArn, body: payload },
    maxRetries,
    expiresAt: times.now + maxAge * 1000,
    attempts: 0,
  };
}

type Around = { arn: string; id: string; due: number; accountId: string; region: string };

/**
 * What the target gets: the schedule's input with its context attributes filled in, or, without one, an event that says
 * who sends it (EventBridge Scheduler User Guide, "Adding context attributes" and "Managing targets").
 */
export function payloadOf({ Target: { Input: input } }: Pick<ScheduleBody, 'Target'>, around: Around): string {
  const time = new Date(around.due).toISOString().replace(/\.\d{3}Z$/, 'Z');
  if (input === undefined) return JSON.stringify(plainEvent(around, time));
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', around.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', around.id)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

function plainEvent({ id, arn, accountId, region }: Around, time: string): object {
  const event = { version: '0', id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler' };
  return { ...event, account: accountId, time, region, resources: [arn], detail: '{}' };
}
