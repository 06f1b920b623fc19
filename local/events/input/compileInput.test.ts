import { describe, expect, it } from 'vitest';
import { compileInput } from './compileInput.ts';
import type { InputPlan } from './inputPlan.ts';

const event = {
  version: '0',
  source: 'keyrack',
  resources: ['arn:one', 'arn:two'],
  detail: { booking: 'b "1"', nights: 3, guests: [{ name: 'Ines' }], 'a b': null },
};
const around = { ruleArn: 'arn:rule', ruleName: 'rule', ingestionTime: '2026-11-20T12:00:00.000Z' };
const input = (plan: InputPlan): unknown => JSON.parse(compileInput(plan)(event, around));
const template = (text: string, paths: Record<string, string> = {}) =>
  input({ kind: 'template', paths, template: text });

describe('what a target gets', () => {
  it('is the event, a constant, or a part of the event', () => {
    expect(input({ kind: 'event' })).toEqual(event);
    expect(input({ kind: 'constant', text: '{"a":[1]}' })).toEqual({ a: [1] });
    expect(input({ kind: 'path', path: '$.detail.guests[0].name' })).toBe('Ines');
    expect(input({ kind: 'path', path: "$.detail['a b']" })).toBe(null);
    expect(input({ kind: 'path', path: '$.detail.none.more' })).toBe(null);
  });

  it('is made by a template, as text within quotes and as JSON outside', () => {
    const paths = { b: '$.detail.booking', n: '$.detail.nights', g: '$.detail.guests', none: '$.none' };
    expect(
      template('{"text":"booking <b>: <n> nights, <g>, <none>.","n":<n>,"g":<g>,"b":<b>,"no":<none>}', paths),
    ).toEqual({
      text: 'booking b "1": 3 nights, [{"name":"Ines"}], .',
      n: 3,
      g: [{ name: 'Ines' }],
      b: 'b "1"',
      no: null,
    });
    expect(template('"said \\"<n>\\" <n>"', paths)).toBe('said "3" 3');
  });

  it('may name the rule and the whole event', () => {
    const text =
      '{"rule":<aws.events.rule-arn>,"at":"<aws.events.event.ingestion-time>","all":<aws.events.event.json>}';
    expect(template(text)).toEqual({ rule: 'arn:rule', at: around.ingestionTime, all: event });
    expect(template('<aws.events.event>')).toEqual({ ...event, detail: undefined });
  });

  it.each([
    [{ kind: 'constant', text: 'hello' }, 'Input is no JSON'],
    [{ kind: 'path', path: '$.detail[*]' }, '$.detail[*] is not understood from [*] on'],
    [{ kind: 'path', path: 'detail' }, 'does not begin with $'],
    [{ kind: 'template', paths: {}, template: '{"a":<b>}' }, 'names <b>, which is not in InputPathsMap'],
    [{ kind: 'template', paths: { b: '$.b' }, template: '{"a":<b>' }, 'makes no JSON'],
  ] as [InputPlan, string][])('refuses %j', (plan, message) => {
    expect(() => compileInput(plan)).toThrow(message);
  });
});
