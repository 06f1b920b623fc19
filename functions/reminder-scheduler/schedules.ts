import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

const client = new SchedulerClient(TIMEOUTS);
const { group: GroupName, roleArn, targetArn, deadLettersArn } = config;

/** A schedule that others make and delete, or that happens, in between is met differently with each call. */
const TRIES = 3;

/**
 * Makes the booking's schedule, or makes it anew where it has one: at `at` (epoch milliseconds, whole seconds) the reminder
 * lies in the target queue, or, where it cannot be brought there for a day, among its dead letters.
 */
export async function putSchedule(bookingId: string, at: number, reminder: Reminder): Promise<void> {
  const schedule = scheduleOf(bookingId, at, reminder);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await isDone(client.send(new CreateScheduleCommand(schedule)), ConflictException)) return;
    if (await isDone(client.send(new UpdateScheduleCommand(schedule)), ResourceNotFoundException)) return;
  }
  throw new Error('The schedule came and went with each try.');
}

/** There may be none. */
export async function removeSchedule(bookingId: string): Promise<void> {
  const command = new DeleteScheduleCommand({ GroupName, Name: bookingId });
  await isDone(client.send(command), ResourceNotFoundException);
}

function scheduleOf(bookingId: string, at: number, reminder: Reminder): CreateScheduleCommandInput {
  return {
    GroupName,
    Name: bookingId,
    // UTC: the instant is known, and clocks that are changed before it do not move it.
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: targetArn,
      RoleArn: roleArn,
      Input: JSON.stringify(reminder),
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      DeadLetterConfig: { Arn: deadLettersArn },
    },
  };
}

/** False where the call failed with that exception and no other. */
async function isDone(
  call: Promise<unknown>,
  expected: typeof ConflictException | typeof ResourceNotFoundException,
): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof expected) return false;
    throw error;
  }
}
