import { z } from 'zod';
import { URLS_PATH } from '../../../functionUrls/functionUrls.ts';
import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { flag, properties, text, whole } from '../shapes.ts';
import { functionIn } from './functionIn.ts';

const cors = properties({
  AllowOrigins: z.array(text).default([]),
  AllowMethods: z.array(text).default([]),
  AllowHeaders: z.array(text).default([]),
  ExposeHeaders: z.array(text).default([]),
  AllowCredentials: flag.default(false),
  MaxAge: whole.optional(),
});

export const functionUrl = defineAdapter({
  type: 'AWS::Lambda::Url',
  properties: properties({
    TargetFunctionArn: text,
    AuthType: z.enum(['NONE', 'AWS_IAM']),
    Cors: cors.optional(),
    InvokeMode: z.literal('BUFFERED', 'responses are not streamed locally').optional(),
  }),
  plan({ TargetFunctionArn, AuthType, Cors }, { plan, urls, environment, logicalId }) {
    const { arn } = functionIn(plan, 'TargetFunctionArn', TargetFunctionArn);
    const id = serviceId(`${environment.stackName}/${logicalId}`, 32);
    plan.functionUrls.push({ id, functionArn: arn, authType: AuthType, cors: Cors ? corsPlan(Cors) : null });
    const FunctionUrl = `${new URL(urls.graphql).origin}${URLS_PATH}/${id}/`;
    return { ref: arn, attributes: { FunctionArn: arn, FunctionUrl } };
  },
});

const corsPlan = (given: z.output<typeof cors>) => ({
  allowOrigins: given.AllowOrigins,
  allowMethods: given.AllowMethods,
  allowHeaders: given.AllowHeaders,
  exposeHeaders: given.ExposeHeaders,
  allowCredentials: given.AllowCredentials,
  maxAgeSeconds: given.MaxAge ?? null,
});
