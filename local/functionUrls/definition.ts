/** One `AWS::Lambda::Url`. */
export type FunctionUrl = {
  /** The last part of its address here, the first of its host name on AWS. */
  id: string;
  functionArn: string;
  authType: 'NONE' | 'AWS_IAM';
  /** Null: the function answers preflight requests itself, and no CORS header is added. */
  cors: Cors | null;
};

/** Its `Cors` property. `*` in a list is everything. */
export type Cors = {
  allowOrigins: string[];
  allowMethods: string[];
  allowHeaders: string[];
  exposeHeaders: string[];
  allowCredentials: boolean;
  maxAgeSeconds: number | null;
};

/** One `AWS::Lambda::Permission` that lets everybody (`Principal: '*'`) do one of the two things a call of a URL needs. */
export type UrlPermission =
  | { functionArn: string; action: 'lambda:InvokeFunctionUrl'; authType: FunctionUrl['authType'] }
  | { functionArn: string; action: 'lambda:InvokeFunction' };

/** One request as it came, less the prefix of the function's address from `path`. Header names are lower case. */
export type UrlRequest = {
  method: string;
  path: string;
  /** Without its question mark. */
  query: string;
  headers: Record<string, string>;
  body: Buffer;
  host: string;
  sourceIp: string;
};

export type UrlAnswer = { status: number; headers: Record<string, string | string[]>; body: string | Buffer };
