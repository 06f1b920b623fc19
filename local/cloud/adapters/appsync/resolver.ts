import { z } from 'zod';
import type { ResolverDefinition } from '../../../appsync/definition.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';
import { codeProperties, sourceText } from './code.ts';
import { apiOf, requireNamed } from './names.ts';

const shape = properties({
  ApiId: text,
  TypeName: text,
  FieldName: text,
  Kind: z.enum(['UNIT', 'PIPELINE']).default('UNIT'),
  DataSourceName: text.optional(),
  PipelineConfig: properties({ Functions: z.array(text) }).optional(),
  ...codeProperties,
  MetricsConfig: skip('there are no metrics to be detailed'),
});

export const resolver = defineAdapter({
  type: 'AWS::AppSync::Resolver',
  properties: shape,
  plan(properties, context) {
    const api = apiOf(context.plan, properties.ApiId);
    const planned = definition(properties, context);
    if (planned.kind === 'UNIT') requireNamed(api.dataSources, planned.dataSource, 'DataSourceName');
    api.resolvers.push(planned);
    const { TypeName, FieldName } = properties;
    const arn = `${api.arn}/types/${TypeName}/resolvers/${FieldName}`;
    return { ref: arn, attributes: { ResolverArn: arn, TypeName, FieldName } };
  },
});

function definition(properties: z.output<typeof shape>, context: ResourceContext): ResolverDefinition {
  const base = {
    typeName: properties.TypeName,
    fieldName: properties.FieldName,
    code: sourceText(properties.Code, properties.CodeS3Location, context),
  };
  if (properties.Kind === 'PIPELINE')
    return { ...base, kind: 'PIPELINE', functions: properties.PipelineConfig?.Functions ?? [] };
  if (properties.DataSourceName === undefined) throw new TemplateError('property DataSourceName is missing');
  return { ...base, kind: 'UNIT', dataSource: properties.DataSourceName, maxBatchSize: properties.MaxBatchSize };
}
