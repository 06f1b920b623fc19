import path from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionEntry, TableName } from '../../functions/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';
import { bundleFunction } from './bundleFunction.ts';
import { projectFile } from './projectFile.ts';
import { startFromStream } from './streamTrigger.ts';

type Props = { entry: FunctionEntry; tables: Tables; api: GraphqlApi };

/** One Lambda function as its manifest entry describes it. */
export class KeyrackFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, { entry, tables, api }: Props) {
    super(scope, id);
    this.function = new LambdaFunction(this, 'Function', {
      description: entry.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${path.basename(entry.handler, '.ts')}.handler`,
      code: Code.fromAsset(bundleFunction(projectFile(entry.handler))),
      memorySize: entry.memoryMiB,
      timeout: Duration.seconds(entry.timeoutSeconds),
      reservedConcurrentExecutions: entry.reservedConcurrency,
      tracing: Tracing.ACTIVE,
      environment: environmentOf(entry, tables, api),
      logGroup: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH }),
    });
    for (const [table, actions] of Object.entries(entry.grants ?? {}) as [TableName, readonly string[]][]) {
      // Not table.grant(): it would reach the indexes too.
      this.function.addToRolePolicy(
        new PolicyStatement({ actions: [...actions], resources: [tables[table].tableArn] }),
      );
    }
    if (entry.publishes) api.grantMutation(this.function, ...entry.publishes);
    if (entry.trigger) startFromStream(this.function, entry.trigger, tables);
  }
}

function environmentOf(entry: FunctionEntry, tables: Tables, api: GraphqlApi): Record<string, string> {
  const named = Object.entries(entry.tables ?? {}).map(([variable, table]) => [variable, tables[table].tableName]);
  return { ...Object.fromEntries(named), ...(entry.publishes ? { GRAPHQL_URL: api.graphqlUrl } : {}) };
}
