import { z } from 'zod';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { properties, skip, tags, text, textMap, whole } from '../shapes.ts';
import { provider, providerPlan, providerProperties } from './providers.ts';

export const graphqlApi = defineAdapter({
  type: 'AWS::AppSync::GraphQLApi',
  properties: properties({
    Name: text,
    ...providerProperties,
    AdditionalAuthenticationProviders: z.array(provider).default([]),
    ApiType: z.literal('GRAPHQL').optional(),
    EnvironmentVariables: textMap.default({}),
    IntrospectionConfig: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    QueryDepthLimit: whole.default(0),
    ResolverCountLimit: whole.default(0),
    EnhancedMetricsConfig: skip('there are no metrics to be detailed'),
    LogConfig: skip('faults of resolvers are printed as they come'),
    OwnerContact: skip('says nothing to a machine'),
    Tags: tags,
    Visibility: skip('the API answers on loopback only'),
    XrayEnabled: skip('traces need X-Ray'),
  }),
  plan(api, context) {
    const { region, accountId, stackName } = context.environment;
    const apiId = serviceId(`${stackName}/${context.logicalId}`, 26);
    const arn = `arn:aws:appsync:${region}:${accountId}:apis/${apiId}`;
    context.plan.apis.set(apiId, {
      apiId,
      arn,
      name: api.Name,
      providers: [providerPlan(api), ...api.AdditionalAuthenticationProviders.map(providerPlan)],
      environment: api.EnvironmentVariables,
      introspection: api.IntrospectionConfig === 'ENABLED',
      queryDepthLimit: api.QueryDepthLimit,
      resolverCountLimit: api.ResolverCountLimit,
      schema: null,
      keys: [],
      dataSources: [],
      functions: [],
      resolvers: [],
    });
    return { ref: arn, attributes: { ApiId: apiId, Arn: arn, ...addresses(context.urls) } };
  },
});

function addresses({ graphql, realtime }: ResourceContext['urls']): Record<string, string> {
  return {
    GraphQLUrl: graphql,
    RealtimeUrl: realtime,
    GraphQLDns: new URL(graphql).host,
    RealtimeDns: new URL(realtime).host,
  };
}
