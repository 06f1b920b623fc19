import { z } from 'zod';
import type { DataSourceDefinition } from '../../../appsync/definition.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { requireTrust } from '../iam/trust.ts';
import { flag, properties, skip, text } from '../shapes.ts';
import { apiOf } from './names.ts';

const shape = properties({
  ApiId: text,
  Name: text,
  Type: z.enum(['NONE', 'AMAZON_DYNAMODB', 'AWS_LAMBDA']),
  ServiceRoleArn: text.optional(),
  DynamoDBConfig: properties({
    TableName: text,
    AwsRegion: text,
    UseCallerCredentials: flag.refine((value) => !value, 'caller credentials are not run locally').optional(),
    Versioned: flag.refine((value) => !value, 'versioned data sources are not run locally').optional(),
  }).optional(),
  LambdaConfig: properties({ LambdaFunctionArn: text }).optional(),
  Description: skip('says nothing to a machine'),
  MetricsConfig: skip('there are no metrics to be detailed'),
});

export const dataSource = defineAdapter({
  type: 'AWS::AppSync::DataSource',
  properties: shape,
  plan(source, context) {
    const api = apiOf(context.plan, source.ApiId);
    api.dataSources.push(definition(source, context));
    const arn = `${api.arn}/datasources/${source.Name}`;
    return { ref: arn, attributes: { DataSourceArn: arn, Name: source.Name } };
  },
});

function definition(source: z.output<typeof shape>, context: ResourceContext): DataSourceDefinition {
  const { Type: type, Name: name } = source;
  if (type === 'NONE') return { type, name };
  const roleArn = source.ServiceRoleArn ?? missing('ServiceRoleArn', type);
  requireTrust(context.plan, roleArn, 'appsync.amazonaws.com');
  if (type === 'AWS_LAMBDA') {
    return {
      type,
      name,
      functionArn: (source.LambdaConfig ?? missing('LambdaConfig', type)).LambdaFunctionArn,
      roleArn,
    };
  }
  const config = source.DynamoDBConfig ?? missing('DynamoDBConfig', type);
  if (config.AwsRegion !== context.environment.region) {
    throw new TemplateError(
      `property DynamoDBConfig.AwsRegion is ${config.AwsRegion}: only the stack's own Region is run`,
    );
  }
  return { type, name, tableName: config.TableName, roleArn };
}

function missing(property: string, type: string): never {
  throw new TemplateError(`property ${property} is missing for a data source of type ${type}`);
}
