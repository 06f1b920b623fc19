import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';
import { poolOf } from './pool.ts';

/** The address of a login page, which the local pool does not have: only checked. */
export const userPoolDomain = defineAdapter({
  type: 'AWS::Cognito::UserPoolDomain',
  properties: properties({
    UserPoolId: text,
    Domain: text,
    CustomDomainConfig: skip('the local pool answers on loopback'),
    ManagedLoginVersion: skip('the local pool has no login page'),
  }),
  plan(domain, { plan }) {
    poolOf(plan, domain.UserPoolId);
    return { ref: domain.Domain, attributes: {} };
  },
});
