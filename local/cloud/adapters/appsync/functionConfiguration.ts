import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { properties, skip, text } from '../shapes.ts';
import { codeProperties, sourceText } from './code.ts';
import { apiOf, requireNamed } from './names.ts';

export const functionConfiguration = defineAdapter({
  type: 'AWS::AppSync::FunctionConfiguration',
  properties: properties({
    ApiId: text,
    Name: text,
    DataSourceName: text,
    ...codeProperties,
    Description: skip('says nothing to a machine'),
  }),
  plan(properties, context) {
    const api = apiOf(context.plan, properties.ApiId);
    requireNamed(api.dataSources, properties.DataSourceName, 'DataSourceName');
    const functionId = serviceId(`${context.environment.stackName}/${context.logicalId}`, 26);
    api.functions.push({
      functionId,
      name: properties.Name,
      dataSource: properties.DataSourceName,
      code: sourceText(properties.Code, properties.CodeS3Location, context),
      maxBatchSize: properties.MaxBatchSize,
    });
    const arn = `${api.arn}/functions/${functionId}`;
    const { Name, DataSourceName } = properties;
    return { ref: arn, attributes: { FunctionArn: arn, FunctionId: functionId, Name, DataSourceName } };
  },
});
