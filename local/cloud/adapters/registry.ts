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
import { cacheParameterGroup } from './elasticache/parameterGroup.ts';
import { replicationGroup } from './elasticache/replicationGroup.ts';
import { managedPolicy } from './iam/managedPolicy.ts';
import { policy } from './iam/policy.ts';
import { role } from './iam/role.ts';
import { eventBus } from './events/eventBus.ts';
import { rule } from './events/rule.ts';
import { eventSourceMapping } from './lambda/eventSourceMapping.ts';
import { lambdaFunction } from './lambda/function.ts';
import { permission } from './lambda/permission.ts';
import { deploymentTrigger } from './lambda/trigger.ts';
import { functionUrl } from './lambda/url.ts';
import { functionVersion } from './lambda/version.ts';
import { databaseCluster } from './rds/cluster.ts';
import { clusterParameterGroup } from './rds/clusterParameterGroup.ts';
import { databaseInstance } from './rds/instance.ts';
import { schedule } from './scheduler/schedule.ts';
import { scheduleGroup } from './scheduler/scheduleGroup.ts';
import { secret } from './secretsmanager/secret.ts';
import { secretTargetAttachment } from './secretsmanager/secretTargetAttachment.ts';
import { configurationSet } from './ses/configurationSet.ts';
import { emailIdentity } from './ses/emailIdentity.ts';
import { subscription } from './sns/subscription.ts';
import { topic } from './sns/topic.ts';
import { topicPolicy } from './sns/topicPolicy.ts';
import { queue } from './sqs/queue.ts';
import { queuePolicy } from './sqs/queuePolicy.ts';
import { parameter } from './ssm/parameter.ts';
import { stateMachine } from './stepfunctions/stateMachine.ts';

/** Every resource type that is run, by its CloudFormation name. A new adapter is added here. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  [
    apiKey,
    cacheParameterGroup,
    clusterParameterGroup,
    configurationSet,
    databaseCluster,
    databaseInstance,
    dataSource,
    deploymentTrigger,
    emailIdentity,
    eventBus,
    eventSourceMapping,
    functionConfiguration,
    functionUrl,
    functionVersion,
    globalTable,
    graphqlApi,
    graphqlSchema,
    lambdaFunction,
    managedPolicy,
    parameter,
    permission,
    policy,
    queue,
    queuePolicy,
    replicationGroup,
    resolver,
    role,
    rule,
    schedule,
    scheduleGroup,
    secret,
    secretTargetAttachment,
    stateMachine,
    subscription,
    table,
    topic,
    topicPolicy,
    userPool,
    userPoolClient,
    userPoolDomain,
    userPoolGroup,
    userPoolResourceServer,
  ].map((adapter) => [adapter.type, adapter]),
);
