import { CfnFunctionConfiguration, CfnResolver, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type DataSourceName, type ResolverEntry, resolvers, type Step, stepFile } from '../../resolvers/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';
import { DataSources } from './dataSources.ts';
import { ResolverCode } from './resolverCode.ts';

type Props = { api: GraphqlApi; tables: Tables; functions: Record<string, IFunction> };

const RUNTIME = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };

/** Every resolver of the manifest, with its steps and data sources. */
export class Resolvers extends Construct {
  readonly #api: GraphqlApi;
  readonly #sources: DataSources;
  readonly #code: ResolverCode;
  readonly #functions = new Map<string, string>();

  constructor(scope: Construct, id: string, { api, tables, functions }: Props) {
    super(scope, id);
    this.#api = api;
    this.#sources = new DataSources(this, 'DataSources', { api, tables, functions });
    this.#code = new ResolverCode(this, 'Code');
    for (const [key, entry] of Object.entries<ResolverEntry>(resolvers)) this.#resolver(key, entry);
  }

  #resolver(key: string, entry: ResolverEntry): void {
    const [typeName, fieldName] = key.split('.');
    const common = { apiId: this.#api.apiId, typeName, fieldName, runtime: RUNTIME };
    const resolver =
      'steps' in entry
        ? new CfnResolver(this, key, {
            ...common,
            kind: 'PIPELINE',
            codeS3Location: this.#code.url(`${key}/index`),
            pipelineConfig: { functions: this.#steps(key, entry.steps) },
          })
        : new CfnResolver(this, key, {
            ...common,
            kind: 'UNIT',
            codeS3Location: this.#code.url(key),
            dataSourceName: this.#sources.name(entry.dataSource),
          });
    this.#api.addSchemaDependency(resolver);
  }

  /**
   * A step that stands twice in a pipeline becomes two functions: AppSync's documents name no other way. Pipelines share them: a
   * stack holds 500 resources.
   */
  #steps(field: string, steps: readonly Step[]): string[] {
    const times = new Map<string, number>();
    return steps.map((step) => {
      const file = stepFile(field, step);
      const time = (times.get(file) ?? 0) + 1;
      times.set(file, time);
      return this.#function(file, step.dataSource, time);
    });
  }

  #function(file: string, dataSource: DataSourceName, time: number): string {
    const name = `${file.replaceAll(/[^A-Za-z0-9]/g, '_')}_${dataSource}_${time}`;
    const known = this.#functions.get(name);
    if (known) return known;
    const configuration = new CfnFunctionConfiguration(this, name, {
      apiId: this.#api.apiId,
      name,
      dataSourceName: this.#sources.name(dataSource),
      runtime: RUNTIME,
      codeS3Location: this.#code.url(file),
    });
    this.#api.addSchemaDependency(configuration);
    this.#functions.set(name, configuration.attrFunctionId);
    return configuration.attrFunctionId;
  }
}
