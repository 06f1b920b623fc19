import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { properties, text } from '../shapes.ts';
import { sourceText } from './code.ts';
import { apiOf } from './names.ts';

export const graphqlSchema = defineAdapter({
  type: 'AWS::AppSync::GraphQLSchema',
  properties: properties({ ApiId: text, Definition: z.string().optional(), DefinitionS3Location: text.optional() }),
  plan(schema, context) {
    apiOf(context.plan, schema.ApiId).schema = sourceText(schema.Definition, schema.DefinitionS3Location, context);
    const id = `${schema.ApiId}GraphQLSchema`;
    return { ref: id, attributes: { Id: id } };
  },
});
