import { describe, expect, it } from 'vitest';
import { planOf } from '../../plan/fixture.ts';

const pool = {
  Pool: {
    Type: 'AWS::Cognito::UserPool',
    Properties: {
      Schema: [
        { Name: 'property_ids', AttributeDataType: 'String' },
        { Name: 'email', Required: true },
      ],
    },
  },
  Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' }, ClientName: 'web' } },
  Guests: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'guest' } },
};

describe('Cognito', () => {
  it('gathers groups, clients and attributes of a pool', () => {
    expect([...planOf(pool).userPools.values()]).toMatchObject([
      { attributes: ['custom:property_ids', 'email'], groups: ['guest'], clients: [{ name: 'web', machine: false }] },
    ]);
  });
});
