import { Cron } from 'croner';
import { DateTime, IANAZone } from 'luxon';
import { cronerPattern } from './cronFields.ts';
import { ScheduleError } from './scheduleError.ts';

/** When something happens. All times are epoch milliseconds. */
export type Schedule = {
  /** True for `at(...)`: there is one time, and it may lie in the past. */
  once: boolean;
  /**
   * The first time after `after`; null when there is none any more.
   * @param start from when on a `rate` counts
   */
  next(after: number, start: number): number | null;
};

/**
 * Reads `rate(5 minutes)`, `cron(0 3 * * ? *)` and `at(2026-11-20T15:00:00)`.
 * @param timezone IANA name, for cron and at
 * @throws {ScheduleError}
 */
export function compileSchedule(expression: string, timezone = 'UTC'): Schedule {
  if (!IANAZone.isValidZone(timezone)) throw new ScheduleError(`${timezone} is no time zone`);
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rate(argument);
  if (kind === 'cron') return cron(argument, timezone);
  if (kind === 'at') return at(argument, timezone);
  throw new ScheduleError(`${expression} is neither rate(...), cron(...) nor at(...)`);
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The unit is singular for 1 and plural otherwise (EventBridge User Guide, "Rate expressions"). */
function rate(text: string): Schedule {
  const [, count = '', unit = '', plural = ''] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const period = Number(count) * (UNITS[unit] ?? 0);
  if (period === 0 || (plural === 's') === (count === '1')) throw new ScheduleError(`rate(${text}) is no rate`);
  return {
    once: false,
    next: (after, start) => start + period * Math.max(1, Math.floor((after - start) / period) + 1),
  };
}

function cron(text: string, timezone: string): Schedule {
  const pattern = cronerPattern(text);
  try {
    const job = new Cron(pattern, { timezone, paused: true });
    return { once: false, next: (after) => job.nextRun(new Date(after))?.getTime() ?? null };
  } catch (error) {
    throw new ScheduleError(`cron(${text}): ${(error as Error).message}`, { cause: error });
  }
}

function at(text: string, zone: string): Schedule {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? DateTime.fromISO(text, { zone }) : undefined;
  if (time === undefined || !time.isValid)
    throw new ScheduleError(`at(${text}) is no time of form yyyy-mm-ddThh:mm:ss`);
  const only = time.toMillis();
  return { once: true, next: (after) => (only > after ? only : null) };
}
