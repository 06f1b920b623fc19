import { CfnOutput, Duration, Expiration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AuthorizationType,
  Definition,
  GraphqlApi,
  IntrospectionConfig,
  UserPoolDefaultAction,
} from 'aws-cdk-lib/aws-appsync';
import type { Construct } from 'constructs';
import { functions } from '../../functions/manifest.ts';
import type { Config } from '../config.ts';
import { KeyrackFunction } from '../constructs/function.ts';
import { projectFile } from '../constructs/projectFile.ts';
import { Resolvers } from '../constructs/resolvers.ts';
import { Users } from '../constructs/users.ts';
import { VisitorFirewall } from '../constructs/visitorFirewall.ts';
import type { Tables } from './dataStack.ts';

type ApiStackProps = StackProps & { tables: Tables; settings: Config['api'] };

/** The GraphQL API: who may call it, its resolvers and the functions behind them. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { tables, settings, ...props }: ApiStackProps) {
    super(scope, id, props);
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
      },
      introspectionConfig: settings.introspection ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED,
      queryDepthLimit: settings.queryDepthLimit,
      resolverCountLimit: settings.resolverCountLimit,
    });
    new VisitorFirewall(this, 'VisitorFirewall', {
      api,
      requestsPerFiveMinutes: settings.visitorRequestsPerFiveMinutes,
    });
    const setInventory = new KeyrackFunction(this, 'SetInventory', { entry: functions.setInventory, tables, api });
    new KeyrackFunction(this, 'BookingEvents', { entry: functions.bookingEvents, tables, api });
    new Resolvers(this, 'Resolvers', { api, tables, functions: { setInventory: setInventory.function } });

    new CfnOutput(this, 'GraphqlUrl', { value: api.graphqlUrl });
    new CfnOutput(this, 'ApiKey', { value: api.apiKey! });
    new CfnOutput(this, 'UserPoolId', { value: users.pool.userPoolId });
    new CfnOutput(this, 'WebClientId', { value: users.webClient.userPoolClientId });
    new CfnOutput(this, 'PmsClientId', { value: users.pmsClient.userPoolClientId });
  }
}
