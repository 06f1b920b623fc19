import { describe, expect, it } from 'vitest';
import type { Delivery } from '../delivery/delivery.ts';
import { createManualClock } from '../testing/manualClock.ts';
import type { RuleDefinition, RuleTarget } from './definition.ts';
import { createEventBuses } from './eventBuses.ts';
import { compileRule } from './rule.ts';

const START = Date.parse('2026-11-20T12:00:30Z');
const place = { accountId: '000000000000', region: 'us-west-2' };
const target = (id: string, more: Partial<RuleTarget> = {}): RuleTarget => ({
  id,
  arn: `arn:aws:sqs:us-west-2:000000000000:${id}`,
  roleArn: null,
  messageGroupId: null,
  input: { kind: 'event' },
  deadLetterArn: null,
  maxRetries: 185,
  maxAgeSeconds: 86_400,
  ...more,
});
const rule = (name: string, more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  name,
  arn: `arn:rule/${name}`,
  busName: 'default',
  pattern: null,
  schedule: null,
  enabled: true,
  targets: [target(`${name}-queue`)],
  ...more,
});

function busesWith(...rules: RuleDefinition[]) {
  const clock = createManualClock(START);
  const sent: Delivery[] = [];
  const buses = ['default', 'hotel'].map((name) => ({ name, arn: `arn:bus/${name}` }));
  const created = createEventBuses({ buses, rules, place, clock, queue: { push: (more) => void sent.push(...more) } });
  created.start();
  return { ...created, clock, sent };
}

describe('an event', () => {
  const contents = { source: 'keyrack', detailType: 'Moved', detail: { nights: 3 }, resources: ['arn:x'] };

  it('goes to every target of every enabled rule of its bus that matches', () => {
    const { put, sent } = busesWith(
      rule('long', {
        busName: 'hotel',
        pattern: { detail: { nights: [{ numeric: ['>', 2] }] } },
        targets: [target('a'), target('b')],
      }),
      rule('short', { busName: 'hotel', pattern: { detail: { nights: [1] } } }),
      rule('off', { busName: 'hotel', pattern: { source: ['keyrack'] }, enabled: false }),
      rule('elsewhere', { pattern: { source: ['keyrack'] } }),
    );
    const id = put('arn:bus/hotel', contents);
    expect(sent.map((delivery) => delivery.target.arn.split(':').at(-1))).toEqual(['a', 'b']);
    expect(JSON.parse(sent[0]?.payload ?? '')).toEqual({
      version: '0',
      id,
      'detail-type': 'Moved',
      source: 'keyrack',
      account: '000000000000',
      time: '2026-11-20T12:00:30Z',
      region: 'us-west-2',
      resources: ['arn:x'],
      detail: { nights: 3 },
    });
  });

  it('needs a bus', () => {
    expect(() => busesWith().put('none', contents)).toThrow('Event bus none does not exist.');
  });
});

describe('a rule with a schedule', () => {
  it('sends its own event to its targets, every time', () => {
    const { clock, sent, stop } = busesWith(
      rule('every', { schedule: 'rate(5 minutes)' }),
      rule('daily', { schedule: 'cron(10 12 * * ? *)' }),
    );
    clock.advanceTo(START + 11 * 60_000);
    stop();
    clock.advanceTo(START + 3_600_000);
    const events = sent.map(({ payload }) => JSON.parse(payload) as { time: string; resources: string[] });
    expect(events.map(({ time, resources }) => [time, ...resources])).toEqual([
      ['2026-11-20T12:05:30Z', 'arn:rule/every'],
      ['2026-11-20T12:10:00Z', 'arn:rule/daily'],
      ['2026-11-20T12:10:30Z', 'arn:rule/every'],
    ]);
    expect(events[0]).toMatchObject({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} });
  });
});

it.each([
  [rule('r', {}), 'it has neither a pattern nor a schedule'],
  [rule('r', { schedule: 'at(2026-11-20T12:05:00)' }), 'at(...) is for schedules'],
  [rule('r', { schedule: 'rate(5 minute)' }), 'rate(5 minute) is no rate'],
  [rule('r', { pattern: { source: ['aws.s3'] } }), 'no events of aws.s3 are made locally'],
  [rule('r', { pattern: { detail: { a: [{ like: 'x' }] } } }), 'like'],
  [
    rule('r', {
      pattern: { source: ['a'] },
      targets: [target('t', { arn: 'arn:aws:ecs:us-west-2:000000000000:cluster/c' })],
    }),
    'its target t (arn:aws:ecs:us-west-2:000000000000:cluster/c) is of a kind that is not run locally',
  ],
])('refuses a rule that cannot work (%#)', (definition, message) => {
  expect(() => compileRule(definition)).toThrow(message);
});
