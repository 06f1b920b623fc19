import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { flag, properties, skip, text } from '../shapes.ts';
import { poolOf } from './pool.ts';

const login = skip('tokens are handed out without a login page');
const lifetime = skip('local tokens live for a day');

export const userPoolClient = defineAdapter({
  type: 'AWS::Cognito::UserPoolClient',
  properties: properties({
    UserPoolId: text,
    ClientName: text.optional(),
    GenerateSecret: flag.default(false),
    AllowedOAuthFlows: z.array(z.enum(['code', 'implicit', 'client_credentials'])).default([]),
    AccessTokenValidity: lifetime,
    AllowedOAuthFlowsUserPoolClient: login,
    AllowedOAuthScopes: login,
    AuthSessionValidity: login,
    CallbackURLs: login,
    DefaultRedirectURI: login,
    EnablePropagateAdditionalUserContextData: login,
    EnableTokenRevocation: lifetime,
    ExplicitAuthFlows: login,
    IdTokenValidity: lifetime,
    LogoutURLs: login,
    PreventUserExistenceErrors: login,
    ReadAttributes: skip('all attributes of the pool are in the token'),
    RefreshTokenRotation: lifetime,
    RefreshTokenValidity: lifetime,
    SupportedIdentityProviders: login,
    TokenValidityUnits: lifetime,
    WriteAttributes: skip('attributes come with each sign-in'),
  }),
  plan(client, { environment, logicalId, plan }) {
    const id = serviceId(`${environment.stackName}/${logicalId}`, 26);
    poolOf(plan, client.UserPoolId).clients.push({
      id,
      name: client.ClientName ?? logicalId,
      machine: client.GenerateSecret || client.AllowedOAuthFlows.includes('client_credentials'),
    });
    return { ref: id, attributes: { ClientId: id, Name: client.ClientName ?? logicalId } };
  },
});
