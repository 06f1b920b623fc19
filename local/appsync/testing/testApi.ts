import { createApi, type Api, type ApiOptions } from '../api.ts';
import type {
  ApiDefinition,
  Backends,
  DataSourceDefinition,
  FunctionDefinition,
  ResolverDefinition,
} from '../definition.ts';
import type { ResponseError } from '../errors/responseError.ts';

/** APIs for tests: small, with code and backends where a test needs them. */

export const API_KEY = 'da2-testkey';
const ROLE = 'arn:aws:iam::123456789012:role/source';

export const NONE: DataSourceDefinition = { type: 'NONE', name: 'none' };
export const TABLE: DataSourceDefinition = {
  type: 'AMAZON_DYNAMODB',
  name: 'table',
  tableName: 'Rooms',
  roleArn: ROLE,
};
export const FUNCTION: DataSourceDefinition = {
  type: 'AWS_LAMBDA',
  name: 'function',
  functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:fn',
  roleArn: ROLE,
};

/** Hands the source's result on, and raises its error. */
const PASS_ON = `if (ctx.error) util.error(ctx.error.message, ctx.error.type, ctx.result); return ctx.result;`;

/** APPSYNC_JS of one handler pair, by its bodies. */
export function code(request: string, response = PASS_ON): string {
  return `import { util, runtime, extensions } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }`;
}

/** A unit resolver of `Type.field`. */
export function unit(field: string, dataSource: string, handlers: string, maxBatchSize = 0): ResolverDefinition {
  const [typeName, fieldName] = field.split('.') as [string, string];
  return { kind: 'UNIT', typeName, fieldName, dataSource, code: handlers, maxBatchSize };
}

export function pipeline(field: string, functions: string[], handlers: string): ResolverDefinition {
  const [typeName, fieldName] = field.split('.') as [string, string];
  return { kind: 'PIPELINE', typeName, fieldName, functions, code: handlers };
}

export function step(name: string, dataSource: string, handlers: string): FunctionDefinition {
  return { functionId: name, name, dataSource, code: handlers, maxBatchSize: 0 };
}

function definition(schema: string, parts: Partial<ApiDefinition> = {}): ApiDefinition {
  return {
    apiId: 'testapi',
    arn: 'arn:aws:appsync:eu-west-1:123456789012:apis/testapi',
    name: 'test',
    region: 'eu-west-1',
    accountId: '123456789012',
    schema,
    providers: [{ mode: 'API_KEY', keys: [{ id: 'key', key: API_KEY, expires: 4_000_000_000 }] }],
    environment: { TABLE: 'Rooms' },
    introspection: true,
    queryDepthLimit: 0,
    resolverCountLimit: 0,
    dataSources: [NONE, TABLE, FUNCTION],
    functions: [],
    resolvers: [],
    ...parts,
  };
}

/** Backends of which a test names what it uses; the rest refuse. */
export function backends(parts: Partial<Backends> = {}): Backends {
  const refuse = (what: string) => async () => Promise.reject(new Error(`This test expects no call of ${what}.`));
  return { dynamodb: refuse('dynamodb'), lambda: refuse('lambda'), iamCaller: refuse('iamCaller'), ...parts };
}

export type Answer = {
  status: number;
  headers: Record<string, string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  data: any;
  errors: ResponseError[] | undefined;
};

/** Sends an operation as the API key's holder, unless `headers` say otherwise. */
export async function ask(
  api: Api,
  query: string,
  variables: object = {},
  headers: Record<string, string> = { 'x-api-key': API_KEY },
): Promise<Answer> {
  return send(api, JSON.stringify({ query, variables }), headers);
}

/** Sends a body as it is. */
async function send(
  api: Api,
  body: string,
  headers: Record<string, string> = { 'x-api-key': API_KEY },
): Promise<Answer> {
  const response = await api.execute({
    method: 'POST',
    path: '/graphql',
    query: '',
    headers,
    body,
    remoteAddress: '127.0.0.1',
  });
  return { status: response.status, headers: response.headers, ...JSON.parse(response.body) };
}

export function testApi(
  schema: string,
  parts: Partial<ApiDefinition> = {},
  withBackends: Partial<Backends> = {},
  options: ApiOptions = {},
): Api {
  return createApi(definition(schema, parts), backends(withBackends), options);
}
