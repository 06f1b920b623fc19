import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { NotRun } from '../notRun.ts';
import { NO_VALUE, type Scope } from './scope.ts';
import { TemplateError } from '../templateError.ts';

const vpc = new NotRun('Vpc', 'AWS::EC2::VPC');
const refs: Record<string, unknown> = {
  Table: 'stack-Table',
  'AWS::Region': 'us-west-2',
  'AWS::NoValue': NO_VALUE,
  Vpc: vpc,
};

const scope: Scope = {
  region: 'us-west-2',
  ref(name) {
    if (!Object.hasOwn(refs, name)) throw new TemplateError(`there is no ${name}`);
    return refs[name];
  },
  getAtt: (logicalId, attribute) => (logicalId === 'Vpc' ? vpc : `${logicalId}'s ${attribute}`),
  condition: (name) => name === 'Yes',
  mapping: (map, top, second) => `${map}/${top}/${second}`,
  importValue: (name) => `imported ${name}`,
};
const value = (template: unknown): unknown => evaluate(template, scope);

describe('intrinsic functions', () => {
  it.each([
    ['Ref', { Ref: 'Table' }, 'stack-Table'],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, "Table's Arn"],
    ['Fn::GetAtt as text, nested attribute', { 'Fn::GetAtt': 'Api.Outputs.Url' }, "Api's Outputs.Url"],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Table' }, 7]] }, 'a/stack-Table/7'],
    ['Fn::Select', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    ['Fn::Split', { 'Fn::Select': [2, { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${Table} in ${AWS::Region}, ${Table.Arn}, ${!Kept}' },
      "stack-Table in us-west-2, Table's Arn, ${Kept}",
    ],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${A}-${Table}', { A: { Ref: 'AWS::Region' } }] },
      'us-west-2-stack-Table',
    ],
    ['Fn::If', [{ 'Fn::If': ['Yes', 1, 2] }, { 'Fn::If': ['No', 1, 2] }], [1, 2]],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Small'] }, 'Sizes/us-west-2/Small'],
    ['Fn::GetAZs', { 'Fn::GetAZs': '' }, ['us-west-2a', 'us-west-2b', 'us-west-2c']],
    ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'data:${Table}' } }, 'imported data:stack-Table'],
    ['Fn::Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
  ])('%s', (_, template, expected) => {
    expect(value(template)).toEqual(expected);
  });

  it('drops properties and list entries that are AWS::NoValue', () => {
    const template = {
      Kept: 1,
      Gone: { Ref: 'AWS::NoValue' },
      List: [{ Ref: 'AWS::NoValue' }, { 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, 2],
    };
    expect(value(template)).toEqual({ Kept: 1, List: [2] });
  });

  it('keeps plain values of every kind', () => {
    const template = { a: 1, b: true, c: null, d: ['x', { e: 'f' }], Condition: { StringEquals: { 'aws:x': 'y' } } };
    expect(value(template)).toEqual(template);
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown function', { 'Fn::Transform': { Name: 'AWS::Include' } }, /Fn::Transform/],
    ['a function beside other keys', { Ref: 'Table', Also: 1 }, /Ref stands beside other keys: Ref, Also/],
    ['an unknown name', { Ref: 'Nobody' }, /there is no Nobody/],
    ['an unknown name in a text', { 'Fn::Sub': '${Nobody}' }, /there is no Nobody/],
    ['an index past the end', { 'Fn::Select': [2, ['a', 'b']] }, /index 2 of 2 items/],
    ['a join of objects', { 'Fn::Join': ['', [{ a: 1 }]] }, /expected text/],
    ['a wrong number of arguments', { 'Fn::Join': ['', ['a'], 'b'] }, /takes 2 arguments, got 3/],
  ])('%s', (_, template, message) => {
    expect(() => value(template)).toThrow(TemplateError);
    expect(() => value(template)).toThrow(message);
  });
});

describe('a resource that is not run', () => {
  it.each([
    ['a reference', { Ref: 'Vpc' }],
    ['an attribute', { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }],
    ['a join', { 'Fn::Join': ['', ['vpc/', { Ref: 'Vpc' }]] }],
    ['a substitution', { 'Fn::Sub': 'vpc/${Vpc}' }],
    ['a selection', { 'Fn::Select': [0, { 'Fn::Split': ['|', { 'Fn::GetAtt': ['Vpc', 'Zones'] }] }] }],
  ])('makes %s stand for it', (_, template) => {
    expect(value(template)).toBe(vpc);
  });
});
