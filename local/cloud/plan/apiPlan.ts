import type {
  ApiKey,
  AuthProvider,
  DataSourceDefinition,
  FunctionDefinition,
  ResolverDefinition,
} from '../../appsync/definition.ts';

/** A provider as the template names it: a user pool is known by its id until it runs and has an issuer. */
export type ProviderPlan =
  | Exclude<AuthProvider, { mode: 'API_KEY' } | { mode: 'AMAZON_COGNITO_USER_POOLS' }>
  | { mode: 'API_KEY' }
  | {
      mode: 'AMAZON_COGNITO_USER_POOLS';
      userPoolId: string;
      clientIdPattern?: string;
      defaultAction: 'ALLOW' | 'DENY';
    };

/** One AppSync API, gathered from its resources. */
export type ApiPlan = {
  apiId: string;
  arn: string;
  name: string;
  /** The first is the default. */
  providers: [ProviderPlan, ...ProviderPlan[]];
  environment: Record<string, string>;
  introspection: boolean;
  queryDepthLimit: number;
  resolverCountLimit: number;
  schema: string | null;
  keys: ApiKey[];
  dataSources: DataSourceDefinition[];
  functions: FunctionDefinition[];
  resolvers: ResolverDefinition[];
};
