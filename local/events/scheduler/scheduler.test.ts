import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEventsDatabase } from '../database.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { createManualClock, type ManualClock } from '../testing/manualClock.ts';
import { createScheduler, type SchedulerOptions } from './scheduler.ts';
import type { ScheduleBody } from './scheduleShape.ts';

const START = Date.parse('2026-11-20T12:00:00Z');
const place = { accountId: '000000000000', region: 'us-west-2' };
const body = (ScheduleExpression: string, more: Partial<ScheduleBody> = {}): ScheduleBody => ({
  Name: 'one',
  GroupName: 'default',
  ScheduleExpression,
  ScheduleExpressionTimezone: 'UTC',
  State: 'ENABLED',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  startAt: null,
  endAt: null,
  Target: {
    Arn: 'arn:aws:lambda:us-west-2:000000000000:function:f',
    RoleArn: 'arn:role',
    RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 3 },
  },
  ...more,
});

let clock: ManualClock;
let sent: Delivery[];
let folder: string;
beforeEach(() => {
  [clock, sent] = [createManualClock(START), []];
  folder = mkdtempSync(join(tmpdir(), 'schedules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(more: Partial<SchedulerOptions> = {}, dataFolder: string | null = null) {
  const database = openEventsDatabase(dataFolder);
  const push: SchedulerOptions['queue']['push'] = (deliveries, together) => {
    sent.push(...deliveries);
    together?.();
  };
  const options = { database, clock, queue: { push }, place, groups: [], declared: [], trusts: () => true, ...more };
  const scheduler = createScheduler(options);
  scheduler.start();
  const close = () => {
    scheduler.stop();
    database.close();
  };
  return { ...scheduler, close };
}

const minutes = (count: number) => START + count * 60_000;
/** When what was sent was due, in minutes after the start. */
const dueMinutes = () =>
  sent.map(({ payload }) => (Date.parse((JSON.parse(payload) as { time: string }).time) - START) / 60_000);

describe('a schedule', () => {
  it('that is a rate begins at once and keeps its rhythm', () => {
    const scheduler = open();
    scheduler.create(body('rate(5 minutes)'), null);
    clock.advanceTo(minutes(11));
    expect(dueMinutes()).toEqual([0, 5, 10]);
    scheduler.close();
  });

  it('keeps to its start and end date', () => {
    const scheduler = open();
    scheduler.create(body('rate(5 minutes)', { startAt: minutes(7), endAt: minutes(18) }), null);
    clock.advanceTo(minutes(60));
    expect(dueMinutes()).toEqual([7, 12, 17]);
    expect(scheduler.list()).toEqual([]);
    scheduler.close();
  });

  it('that is switched off, or deleted, does nothing', () => {
    const scheduler = open();
    scheduler.create(body('at(2026-11-20T12:05:00)'), null);
    scheduler.update(body('at(2026-11-20T12:05:00)', { State: 'DISABLED' }));
    scheduler.create(body('at(2026-11-20T12:06:00)', { Name: 'two' }), null);
    scheduler.remove('default', 'two');
    clock.advanceTo(minutes(10));
    expect(sent).toEqual([]);
    scheduler.close();
  });

  it('is created once for all tries of one call', () => {
    const scheduler = open();
    scheduler.create(body('at(2026-11-20T12:05:00)'), 'token');
    scheduler.create(body('at(2026-11-20T12:05:00)'), 'token');
    expect(() => scheduler.create(body('at(2026-11-20T12:05:00)'), 'other')).toThrow('already exists');
    scheduler.close();
  });

  it('says who sends and when, unless it has an input of its own', () => {
    const scheduler = open();
    scheduler.create(body('at(2026-11-20T13:05:00)', { ScheduleExpressionTimezone: 'Europe/Paris' }), null);
    clock.advanceTo(minutes(5));
    expect(sent).toMatchObject([
      { sender: { service: 'scheduler.amazonaws.com' }, target: { roleArn: 'arn:role' }, maxRetries: 3 },
    ]);
    expect(JSON.parse(sent[0]?.payload ?? '')).toMatchObject({
      source: 'aws.scheduler',
      time: '2026-11-20T12:05:00Z',
      resources: ['arn:aws:scheduler:us-west-2:000000000000:schedule/default/one'],
    });
    scheduler.close();
  });
});

describe('after a restart', () => {
  it('what came due meanwhile happens at once, and once', () => {
    const first = open({}, folder);
    first.create(body('at(2026-11-20T12:05:00)'), null);
    first.create(body('rate(10 minutes)', { Name: 'often', startAt: minutes(10) }), null);
    first.close();
    clock.advanceTo(minutes(35));
    const second = open({}, folder);
    expect(dueMinutes()).toEqual([5, 10]);
    clock.advanceTo(minutes(40));
    expect(dueMinutes()).toEqual([5, 10, 40]);
    second.close();
  });

  it('the template’s own go on, are changed, or are forgotten', () => {
    const once = body('at(2026-11-20T12:05:00)', { ActionAfterCompletion: 'NONE' });
    const first = open({ declared: [once, body('rate(1 hour)', { Name: 'gone' })] }, folder);
    clock.advanceTo(minutes(6));
    first.close();
    sent = [];
    const second = open({ declared: [once] }, folder);
    clock.advanceTo(minutes(20));
    expect([sent, second.list().map((schedule) => schedule.body.Name)]).toEqual([[], ['one']]);
    second.close();
    const changed = { ...once, ScheduleExpression: 'at(2026-11-20T12:30:00)' };
    const third = open({ declared: [changed] }, folder);
    clock.advanceTo(minutes(31));
    expect(dueMinutes()).toEqual([30]);
    third.close();
  });
});

it('a schedule of the template that cannot work is named', () => {
  expect(() => open({ declared: [body('at(2020-01-01T00:00:00)')] })).toThrow('The schedule one cannot work');
});
