import { compileSchedule } from '../schedule/schedule.ts';
import type { ScheduleBody } from './scheduleShape.ts';

/**
 * When a new or changed schedule is first due; null when it is off, or never. A rate begins at its start date, without
 * one at once (EventBridge Scheduler User Guide, "Rate-based schedules"). Times are epoch milliseconds.
 * @throws {ScheduleError}
 */
export function firstTime(body: ScheduleBody, now: number): number | null {
  const schedule = compileSchedule(body.ScheduleExpression, body.ScheduleExpressionTimezone);
  if (body.State === 'DISABLED') return null;
  // Start and end date are not looked at for a single time.
  if (schedule.once) return schedule.next(Number.NEGATIVE_INFINITY, 0);
  const start = Math.max(body.startAt ?? now, now);
  const first = body.ScheduleExpression.startsWith('rate(')
    ? nextOfRate(body, now, start)
    : schedule.next(start - 1, start);
  return within(first, body);
}

/** A rate whose start date is past goes on in its rhythm. */
function nextOfRate(body: ScheduleBody, now: number, start: number): number | null {
  if (body.startAt === null || body.startAt >= now) return start;
  return compileSchedule(body.ScheduleExpression).next(now, body.startAt);
}

/** When a schedule is due again that has just been due; null when it is done. */
export function followingTime(body: ScheduleBody, now: number, createdAt: number): number | null {
  const schedule = compileSchedule(body.ScheduleExpression, body.ScheduleExpressionTimezone);
  if (schedule.once) return null;
  return within(schedule.next(now, body.startAt ?? createdAt), body);
}

const within = (time: number | null, { endAt }: ScheduleBody): number | null =>
  time !== null && endAt !== null && time > endAt ? null : time;
