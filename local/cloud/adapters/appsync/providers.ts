import { z } from 'zod';
import type { ProviderPlan } from '../../plan/apiPlan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { properties, skip, text, whole } from '../shapes.ts';

export const providerProperties = {
  AuthenticationType: z.enum(['API_KEY', 'AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA']),
  UserPoolConfig: properties({
    UserPoolId: text,
    AppIdClientRegex: text.optional(),
    DefaultAction: z.enum(['ALLOW', 'DENY']).default('ALLOW'),
    AwsRegion: skip('the pool runs beside the API'),
  }).optional(),
  OpenIDConnectConfig: properties({
    Issuer: text,
    ClientId: text.optional(),
    AuthTTL: whole.optional(),
    IatTTL: whole.optional(),
  }).optional(),
  LambdaAuthorizerConfig: properties({
    AuthorizerUri: text,
    AuthorizerResultTtlInSeconds: whole.default(300),
    IdentityValidationExpression: text.optional(),
  }).optional(),
};

/** An entry of `AdditionalAuthenticationProviders`. */
export const provider = properties(providerProperties);

/**
 * One authorization mode of an API with its settings; times are in ms, but for the authorizer's in seconds.
 * @throws {TemplateError} when the mode's settings are missing
 */
export function providerPlan(given: z.output<typeof provider>): ProviderPlan {
  switch (given.AuthenticationType) {
    case 'API_KEY':
    case 'AWS_IAM':
      return { mode: given.AuthenticationType };
    case 'AMAZON_COGNITO_USER_POOLS':
      return userPoolProvider(given.UserPoolConfig ?? missing('UserPoolConfig'));
    case 'OPENID_CONNECT':
      return oidcProvider(given.OpenIDConnectConfig ?? missing('OpenIDConnectConfig'));
    case 'AWS_LAMBDA':
      return lambdaProvider(given.LambdaAuthorizerConfig ?? missing('LambdaAuthorizerConfig'));
  }
}

type Settings<Name extends keyof z.output<typeof provider>> = NonNullable<z.output<typeof provider>[Name]>;

function missing(property: string): never {
  throw new TemplateError(`property ${property} is missing for its AuthenticationType`);
}

const userPoolProvider = (config: Settings<'UserPoolConfig'>): ProviderPlan => ({
  mode: 'AMAZON_COGNITO_USER_POOLS',
  userPoolId: config.UserPoolId,
  defaultAction: config.DefaultAction,
  ...(config.AppIdClientRegex === undefined ? {} : { clientIdPattern: config.AppIdClientRegex }),
});

const oidcProvider = (config: Settings<'OpenIDConnectConfig'>): ProviderPlan => ({
  mode: 'OPENID_CONNECT',
  issuer: config.Issuer,
  ...(config.ClientId === undefined ? {} : { clientIdPattern: config.ClientId }),
  ...(config.AuthTTL === undefined ? {} : { authTtlMs: config.AuthTTL }),
  ...(config.IatTTL === undefined ? {} : { iatTtlMs: config.IatTTL }),
});

const lambdaProvider = (config: Settings<'LambdaAuthorizerConfig'>): ProviderPlan => ({
  mode: 'AWS_LAMBDA',
  functionArn: config.AuthorizerUri,
  ttlSeconds: config.AuthorizerResultTtlInSeconds,
  ...(config.IdentityValidationExpression === undefined
    ? {}
    : { identityValidationPattern: config.IdentityValidationExpression }),
});
