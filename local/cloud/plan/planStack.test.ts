import { describe, expect, it } from 'vitest';
import { constructId } from './constructId.ts';
import { planOf, planStacks, roleFor, stackOf } from './fixture.ts';

const table = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    ...more,
  },
});

describe('strictness', () => {
  it('refuses an unknown resource type', () => {
    expect(() => planOf({ Pipe: { Type: 'AWS::Pipes::Pipe', Properties: {} } })).toThrow(
      'Demo/Pipe (AWS::Pipes::Pipe): the local cloud has no adapter for this type',
    );
  });

  it('refuses an unknown property, at any depth, by name', () => {
    expect(() => planOf({ Things: table({ Sharding: 4 }) })).toThrow(
      'Demo/Things (AWS::DynamoDB::Table): property Sharding is not known to the local cloud',
    );
    expect(() =>
      planOf({ Things: table({ KeySchema: [{ AttributeName: 'id', KeyType: 'HASH', Order: 1 }] }) }),
    ).toThrow('property KeySchema[0].Order is not known to the local cloud');
  });

  it('refuses a wrong type and a missing property', () => {
    expect(() => planOf({ Things: table({ TableName: ['a'] }) })).toThrow(/Things .*property TableName is \["a"\]/);
    expect(() => planOf({ Things: { Type: 'AWS::DynamoDB::Table', Properties: {} } })).toThrow(
      /property AttributeDefinitions is missing; property KeySchema is missing/,
    );
  });

  it('refuses attributes of a resource that it does not offer', () => {
    const resources = {
      Things: table(),
      Name: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Things', 'Colour'] } },
      },
    };
    expect(() => planOf(resources)).toThrow('does not know the attribute Colour of AWS::DynamoDB::Table');
  });

  it('refuses unknown sections and resource attributes', () => {
    expect(() => stackOf({ Resources: {}, Transform: 'AWS::Serverless-2016-10-31' })).toThrow(/Transform/);
    expect(() => stackOf({ Resources: { A: { Type: 'X', CreationPolicy: {} } } })).toThrow(/CreationPolicy/);
  });

  it('refuses resources that need one another', () => {
    const resources = { A: table({ TableName: { Ref: 'B' } }), B: table({ TableName: { Ref: 'A' } }) };
    expect(() => planOf(resources)).toThrow('circular dependency: A -> B -> A');
  });
});

describe('resources that are not run', () => {
  const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };

  it('are counted, with a reason', () => {
    const { notRun } = planOf({ Vpc: vpc, Other: vpc, Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: {} } });
    expect(notRun.map(({ type, count }) => [type, count])).toEqual([
      ['AWS::CloudWatch::Alarm', 1],
      ['AWS::EC2::VPC', 2],
    ]);
    expect(notRun.every(({ why }) => why.length > 10)).toBe(true);
  });

  it('may be referred to where the property is skipped, and nowhere else', () => {
    expect(() =>
      planOf({ Vpc: vpc, Things: table({ SSESpecification: { KMSMasterKeyId: { Ref: 'Vpc' } } }) }),
    ).not.toThrow();
    expect(() => planOf({ Vpc: vpc, Things: table({ TableName: { 'Fn::Sub': 'in-${Vpc}' } }) })).toThrow(
      'Demo/Things (AWS::DynamoDB::Table): property TableName needs Vpc (AWS::EC2::VPC), which is not run locally',
    );
  });

  it('are left out of grants and outputs', () => {
    const grant = (resource: unknown) => ({ Effect: 'Allow', Action: 'x:Y', Resource: resource });
    const statements = [grant({ 'Fn::GetAtt': ['Vpc', 'Arn'] }), grant([{ Ref: 'Vpc' }, 'arn:kept'])];
    const role = roleFor('lambda.amazonaws.com', [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }]);
    const plan = planStacks([
      stackOf({
        Resources: { Vpc: vpc, Role: role },
        Outputs: { Vpc: { Value: { Ref: 'Vpc' } }, Text: { Value: 'kept' } },
      }),
    ]);
    expect(plan.roles.get('Demo-Role')?.policies).toEqual([{ Statement: [grant(['arn:kept'])] }]);
    expect(plan.outputs).toEqual({ Text: 'kept' });
  });
});

describe('stacks', () => {
  it('use the exports of the stacks before them', () => {
    const data = stackOf(
      {
        Resources: { Things: table() },
        Outputs: { Name: { Value: { Ref: 'Things' }, Export: { Name: 'data:things' } } },
      },
      'Data',
    );
    const api = stackOf(
      {
        Resources: {
          More: table({ TableName: { 'Fn::Join': ['', [{ 'Fn::ImportValue': 'data:things' }, '-more']] } }),
        },
      },
      'Api',
    );
    expect(planStacks([data, api]).tables.map((planned) => planned.tableName)).toEqual([
      'Data-Things',
      'Data-Things-more',
    ]);
    expect(() => planStacks([api])).toThrow('Api/More (AWS::DynamoDB::Table): no stack exports data:things');
  });

  it('leave out resources whose condition does not hold', () => {
    const sections = {
      Parameters: { Stage: { Type: 'String', Default: 'small' } },
      Conditions: { Big: { 'Fn::Equals': [{ Ref: 'Stage' }, 'big'] }, Small: { 'Fn::Not': [{ Condition: 'Big' }] } },
      Resources: { Large: { ...table(), Condition: 'Big' }, Little: { ...table(), Condition: 'Small' } },
    };
    expect(planStacks([stackOf(sections)]).tables.map((planned) => planned.tableName)).toEqual(['Demo-Little']);
  });

  it('call a function what the app calls it', () => {
    const path = { 'aws:cdk:path': 'Keyrack-Api/BookingEvents/Function/Resource' };
    expect(constructId('BookingEventsFunction1A2B3C4D', path)).toBe('BookingEvents');
  });

  it('give a table the id of its construct', () => {
    const metadata = { Metadata: { 'aws:cdk:path': 'Keyrack-Data/Inventory/Resource' } };
    expect(
      planOf({ Inventory1A2B3C4D: { ...table(), ...metadata }, Bookings12AB34CD: table() }).tables.map(
        (planned) => planned.constructId,
      ),
    ).toEqual(['Inventory', 'Bookings']);
  });
});
