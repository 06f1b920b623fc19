import type { Adapter } from './adapter.ts';
import { apiKey } from './appsync/apiKey.ts';
import { dataSource } from './appsync/dataSource.ts';
import { functionConfiguration } from './appsync/functionConfiguration.ts';
import { graphqlApi } from './appsync/graphqlApi.ts';
import { graphqlSchema } from './appsync/graphqlSchema.ts';
import { resolver } from './appsync/resolver.ts';
import { userPool } from './cognito/userPool.ts';
import { userPoolClient } from './cognito/userPoolClient.ts';
import { userPoolDomain } from './cognito/userPoolDomain.ts';
import { userPoolGroup } from './cognito/userPoolGroup.ts';
import { userPoolResourceServer } from './cognito/userPoolResourceServer.ts';
import { globalTable } from './dynamodb/globalTable.ts';
import { table } from './dynamodb/table.ts';
import { managedPolicy } from './iam/managedPolicy.ts';
import { policy } from './iam/policy.ts';
import { role } from './iam/role.ts';
import { lambdaFunction } from './lambda/function.ts';
import { parameter } from './ssm/parameter.ts';

/** Every resource type that is run, by its CloudFormation name. A new adapter is added here. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  [
    apiKey,
    dataSource,
    functionConfiguration,
    globalTable,
    graphqlApi,
    graphqlSchema,
    lambdaFunction,
    managedPolicy,
    parameter,
    policy,
    resolver,
    role,
    table,
    userPool,
    userPoolClient,
    userPoolDomain,
    userPoolGroup,
    userPoolResourceServer,
  ].map((adapter) => [adapter.type, adapter]),
);
