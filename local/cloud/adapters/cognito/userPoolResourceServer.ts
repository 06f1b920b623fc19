import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';
import { poolOf } from './pool.ts';

/** Names OAuth scopes for machine clients; the API decides by group, so they are only checked. */
export const userPoolResourceServer = defineAdapter({
  type: 'AWS::Cognito::UserPoolResourceServer',
  properties: properties({
    UserPoolId: text,
    Identifier: text,
    Name: skip('says nothing to a machine'),
    Scopes: z.array(properties({ ScopeName: text, ScopeDescription: skip('says nothing to a machine') })).default([]),
  }),
  plan(server, { plan }) {
    poolOf(plan, server.UserPoolId);
    return { ref: server.Identifier, attributes: {} };
  },
});
