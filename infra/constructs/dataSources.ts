import { Stack } from 'aws-cdk-lib';
import { CfnDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  type DataSourceName,
  functionDataSources,
  type TableDataSource,
  tableDataSources,
  type TableName,
} from '../../resolvers/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';

/** `functions`: all there are, by their names in the manifest. */
type Props = { api: GraphqlApi; tables: Tables; functions: Record<string, IFunction> };

/** Actions that reach a table through its indexes too. */
const INDEX_ACTIONS = ['dynamodb:Query', 'dynamodb:Scan'];

/** The API's data sources, each with a role that may do what the manifest grants and nothing else. */
export class DataSources extends Construct {
  readonly #api: GraphqlApi;
  readonly #sources = new Map<string, CfnDataSource>();

  constructor(scope: Construct, id: string, { api, tables, functions }: Props) {
    super(scope, id);
    this.#api = api;
    for (const [name, source] of Object.entries<TableDataSource>(tableDataSources)) this.#table(name, source, tables);
    for (const name of functionDataSources) this.#function(name, functions[name]);
    this.#add('none', { type: 'NONE' });
  }

  /** The AppSync name of a data source; using it makes the resource depend on it. */
  name(source: DataSourceName): string {
    return this.#sources.get(source)!.attrName;
  }

  #table(name: string, source: TableDataSource, tables: Tables): void {
    const grants = Object.entries(source.grants) as [TableName, readonly string[]][];
    const allowed = grants.flatMap(([table, actions]) =>
      statements(tables[table], actions, table === source.table ? (source.indexes ?? []) : []),
    );
    const role = this.#role(name, allowed);
    const { tableName } = tables[source.table];
    this.#add(name, {
      type: 'AMAZON_DYNAMODB',
      serviceRoleArn: role.roleArn,
      dynamoDbConfig: { tableName, awsRegion: Stack.of(this).region },
    });
  }

  #function(name: string, target: IFunction): void {
    const { functionArn } = target;
    const invoke = { actions: ['lambda:InvokeFunction'], resources: [functionArn, `${functionArn}:*`] };
    const role = this.#role(name, [new PolicyStatement(invoke)]);
    this.#add(name, {
      type: 'AWS_LAMBDA',
      serviceRoleArn: role.roleArn,
      lambdaConfig: { lambdaFunctionArn: target.functionArn },
    });
  }

  /** With its policy within: a stack holds 500 resources. */
  #role(name: string, statements: PolicyStatement[]): Role {
    return new Role(this, `${name}Role`, {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
      inlinePolicies: { allowed: new PolicyDocument({ statements }) },
    });
  }

  #add(name: string, props: Omit<ConstructorParameters<typeof CfnDataSource>[2], 'apiId' | 'name'>): void {
    this.#sources.set(name, new CfnDataSource(this, name, { ...props, apiId: this.#api.apiId, name }));
  }
}

/** Index queries name the index's own ARN; all other actions the table's. */
function statements(table: TableV2, actions: readonly string[], indexes: readonly string[]): PolicyStatement[] {
  const onTable = new PolicyStatement({ actions: [...actions], resources: [table.tableArn] });
  const onIndexes = actions.filter((action) => INDEX_ACTIONS.includes(action));
  if (indexes.length === 0) return [onTable];
  const resources = indexes.map((index) => `${table.tableArn}/index/${index}`);
  return [onTable, new PolicyStatement({ actions: onIndexes, resources })];
}
