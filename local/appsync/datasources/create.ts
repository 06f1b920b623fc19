import type { ApiDefinition, Backends } from '../definition.ts';
import type { DataSource } from './dataSource.ts';
import { dynamodbSource } from './dynamodb/source.ts';
import { lambdaSource } from './lambda/source.ts';
import { noneSource } from './none.ts';

/** The API's data sources by name. @throws when two share a name */
export function createDataSources(api: ApiDefinition, backends: Backends): Map<string, DataSource> {
  const sources = new Map<string, DataSource>();
  for (const definition of api.dataSources) {
    if (sources.has(definition.name)) throw new Error(`Two data sources are named ${definition.name}.`);
    switch (definition.type) {
      case 'NONE':
        sources.set(definition.name, noneSource(definition.name));
        break;
      case 'AMAZON_DYNAMODB':
        sources.set(definition.name, dynamodbSource(definition, api.region, backends));
        break;
      case 'AWS_LAMBDA':
        sources.set(definition.name, lambdaSource(definition, backends));
        break;
      default:
        throw new Error(
          `Data source ${(definition as { name: string }).name} is of a type the local runtime does not have.`,
        );
    }
  }
  return sources;
}
