import { CfnOutput, Duration, Expiration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AuthorizationType,
  Definition,
  GraphqlApi,
  IntrospectionConfig,
  UserPoolDefaultAction,
} from 'aws-cdk-lib/aws-appsync';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type FunctionEntry, functions } from '../../functions/manifest.ts';
import type { Config } from '../config.ts';
import { DeploymentCalls } from '../constructs/deploymentCalls.ts';
import { KeyrackFunction } from '../constructs/function.ts';
import { GuestMail } from '../constructs/guestMail.ts';
import { GuestReminders } from '../constructs/guestReminders.ts';
import { Messaging } from '../constructs/messaging.ts';
import { oversee } from '../constructs/oversee.ts';
import { projectFile } from '../constructs/projectFile.ts';
import { Reconciliation } from '../constructs/reconciliation.ts';
import { ReminderNotices } from '../constructs/reminderNotices.ts';
import { Resolvers } from '../constructs/resolvers.ts';
import { Schedules } from '../constructs/schedules.ts';
import { Users } from '../constructs/users.ts';
import { VisitorFirewall } from '../constructs/visitorFirewall.ts';
import type { DataStack } from './dataStack.ts';

type ApiStackProps = StackProps & { data: DataStack; settings: Config['api']; messages: Config['messages'] };

/** The GraphQL API: who may call it, its resolvers and the functions behind them. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { data, settings, messages, ...props }: ApiStackProps) {
    super(scope, id, props);
    const { tables } = data;
    const users = new Users(this, 'Users');
    const api = new GraphqlApi(this, 'Api', {
      name: id,
      definition: Definition.fromFile(projectFile('generated/schema.graphql')),
      authorizationConfig: {
        defaultAuthorization: {
          authorizationType: AuthorizationType.USER_POOL,
          userPoolConfig: { userPool: users.pool, defaultAction: UserPoolDefaultAction.ALLOW },
        },
        additionalAuthorizationModes: [
          {
            authorizationType: AuthorizationType.API_KEY,
            apiKeyConfig: { name: 'visitors', expires: Expiration.after(Duration.days(settings.apiKeyDays)) },
          },
          { authorizationType: AuthorizationType.IAM },
        ],
      },
      environmentVariables: {
        REGION: this.region,
        INVENTORY_TABLE: tables.Inventory.tableName,
        BOOKINGS_TABLE: tables.Bookings.tableName,
        CATALOG_TABLE: tables.Catalog.tableName,
        OPERATIONS_TABLE: tables.Operations.tableName,
        HOLDS_PER_GUEST: String(settings.holdsPerGuest),
      },
      introspectionConfig: settings.introspection ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED,
      queryDepthLimit: settings.queryDepthLimit,
      resolverCountLimit: settings.resolverCountLimit,
    });
    new VisitorFirewall(this, 'VisitorFirewall', {
      api,
      requestsPerFiveMinutes: settings.visitorRequestsPerFiveMinutes,
    });
    const { network, cache, audit } = data;
    const messaging = new Messaging(this, 'Messaging');
    const schedules = new Schedules(this, 'Schedules', { queues: messaging.queues });
    const mail = new GuestMail(this, 'GuestMail', messages);
    const platform = { tables, api, network, cache, audit, mail, messaging, schedules };
    const made = Object.entries<FunctionEntry>(functions).map(([name, entry]) => {
      return { name, entry, made: new KeyrackFunction(this, capitalized(name), { entry, platform }) };
    });
    for (const { name, made: one } of made) {
      if (one.url) new CfnOutput(this, `${capitalized(name)}Url`, { value: one.url.url });
    }
    oversee(made, messaging);
    new GuestReminders(this, 'GuestReminders', messaging);
    new ReminderNotices(this, 'ReminderNotices', { messaging, email: settings.reminders.email });
    new DeploymentCalls(this, 'DeploymentCalls', { functions: made });
    const targets = Object.fromEntries(made.map(({ name, made: { function: target } }) => [name, target])) as Record<
      keyof typeof functions,
      LambdaFunction
    >;
    new Resolvers(this, 'Resolvers', { api, tables, functions: targets });
    new Reconciliation(this, 'Reconciliation', {
      run: targets.reconciliationRun,
      checker: targets.reconciliationChecker,
      starter: targets.reconciliationStarter,
    });

    new CfnOutput(this, 'GraphqlUrl', { value: api.graphqlUrl });
    new CfnOutput(this, 'ApiKey', { value: api.apiKey! });
    new CfnOutput(this, 'UserPoolId', { value: users.pool.userPoolId });
    new CfnOutput(this, 'WebClientId', { value: users.webClient.userPoolClientId });
    new CfnOutput(this, 'PmsClientId', { value: users.pmsClient.userPoolClientId });
  }
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
