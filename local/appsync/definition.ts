/**
 * What the local AppSync runtime needs to know of one API, as the synthesized template says it.
 * Every field mirrors a property of an `AWS::AppSync::*` resource; nothing here is read from files or the environment.
 */

export type AuthMode = 'API_KEY' | 'AWS_IAM' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

export type AuthProvider =
  | { mode: 'API_KEY'; keys: ApiKey[] }
  | { mode: 'AWS_IAM' }
  | {
      mode: 'AMAZON_COGNITO_USER_POOLS';
      userPoolId: string;
      issuer: string;
      clientIdPattern?: string;
      defaultAction: 'ALLOW' | 'DENY';
    }
  | { mode: 'OPENID_CONNECT'; issuer: string; clientIdPattern?: string; authTtlMs?: number; iatTtlMs?: number }
  | { mode: 'AWS_LAMBDA'; functionArn: string; ttlSeconds: number; identityValidationPattern?: string };

/** `expires` is in epoch seconds. */
export type ApiKey = { id: string; key: string; expires: number };

export type DataSourceDefinition =
  | { type: 'NONE'; name: string }
  | { type: 'AMAZON_DYNAMODB'; name: string; tableName: string; roleArn: string }
  | { type: 'AWS_LAMBDA'; name: string; functionArn: string; roleArn: string };

/** One `AWS::AppSync::FunctionConfiguration`. */
export type FunctionDefinition = {
  functionId: string;
  name: string;
  dataSource: string;
  code: string;
  maxBatchSize: number;
};

type ResolverBase = { typeName: string; fieldName: string; code: string };
export type ResolverDefinition =
  | (ResolverBase & { kind: 'UNIT'; dataSource: string; maxBatchSize: number })
  | (ResolverBase & { kind: 'PIPELINE'; functions: string[] });

export type ApiDefinition = {
  apiId: string;
  arn: string;
  name: string;
  region: string;
  accountId: string;
  /** The SDL exactly as deployed: without AppSync's own scalars and directives. */
  schema: string;
  /** The first is the default mode. */
  providers: [AuthProvider, ...AuthProvider[]];
  /** Reaches handlers as `ctx.env`. */
  environment: Record<string, string>;
  introspection: boolean;
  /** 1 to 75; 0 is no limit. */
  queryDepthLimit: number;
  /** 1 to 10,000; 0 is AppSync's default of 10,000. */
  resolverCountLimit: number;
  dataSources: DataSourceDefinition[];
  functions: FunctionDefinition[];
  resolvers: ResolverDefinition[];
};

/** What a call to an AWS service failed with, as the service names it, e.g. `TransactionCanceledException`. */
export class AwsServiceError extends Error {
  readonly code: string;
  readonly statusCode: number;
  /** The service's whole JSON answer, e.g. `CancellationReasons` in DynamoDB JSON. */
  readonly body: Record<string, unknown>;

  constructor(code: string, message: string, statusCode: number, body: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = statusCode;
    this.body = body;
  }
}

/** A Lambda answer: `functionError` is set when the function failed, `payload` then has `{errorMessage, errorType}`. */
export type LambdaReply = { payload: unknown; functionError?: 'Handled' | 'Unhandled' };

/** The AWS side of the runtime, given by the local cloud. Every call is made in the data source's own role. */
export type Backends = {
  /** One DynamoDB API call, DynamoDB JSON in and out. @throws {AwsServiceError} */
  dynamodb(call: {
    operation: string;
    input: Record<string, unknown>;
    roleArn: string;
    signal: AbortSignal;
  }): Promise<Record<string, unknown>>;
  /** One Invoke. @throws {AwsServiceError} for throttles, missing functions and denied calls */
  lambda(call: {
    functionArn: string;
    payload: unknown;
    invocationType: 'RequestResponse' | 'Event';
    roleArn: string;
    signal: AbortSignal;
  }): Promise<LambdaReply>;
  /** Who signed a SigV4 request; null when the signature or the access key is not good. `allows` asks the principal's policies. */
  iamCaller(request: SignedRequest): Promise<IamCaller | null>;
};

export type SignedRequest = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: string;
};
export type IamCaller = {
  accountId: string;
  userArn: string;
  username: string;
  /** May the caller do `appsync:GraphQL` on `<api arn>/types/<Type>/fields/<field>`? */
  allows(action: string, resourceArn: string): boolean;
};
