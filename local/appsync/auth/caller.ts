import type { AuthMode } from '../definition.ts';

/** Whoever made a request, with what their authorization mode knows of them. */
export type AuthenticatedCaller = {
  mode: AuthMode;
  /** `ctx.identity`. */
  identity: Record<string, unknown> | null;
  /** Cognito groups. */
  groups: readonly string[];
  /** Of an IAM caller: may they use this root field? Root fields only are asked for, as grants name only those. */
  allowsField?(type: string, field: string): boolean;
  /** `Type.field` keys a Lambda authorizer took away. */
  deniedFields?: ReadonlySet<string>;
};

/** What `util.authType()` says. The Lambda text is not documented. */
export const AUTH_TYPES: Record<AuthMode, string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

/** A request as far as authorization looks at it. Header names are lower case. */
export type CallRequest = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: string;
  /** Address of the TCP connection. */
  remoteAddress: string;
};

/** The `sourceIp` of an identity: what proxies say, then the connection's own address. */
export function sourceIps(request: CallRequest): string[] {
  const forwarded = request.headers['x-forwarded-for'];
  const listed = forwarded === undefined ? [] : forwarded.split(',').map((part) => part.trim());
  return [...listed, request.remoteAddress];
}
