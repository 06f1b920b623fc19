import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';
import { poolOf } from './pool.ts';

export const userPoolGroup = defineAdapter({
  type: 'AWS::Cognito::UserPoolGroup',
  properties: properties({
    UserPoolId: text,
    GroupName: text,
    Description: skip('says nothing to a machine'),
    Precedence: skip('only chooses between roles of groups, which are not run'),
  }),
  plan(group, { plan }) {
    poolOf(plan, group.UserPoolId).groups.push(group.GroupName);
    return { ref: group.GroupName, attributes: {} };
  },
});
