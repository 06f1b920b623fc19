import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../../functions/shared/api/sha256.ts';
import { type HttpServer, listen } from '../cloud/http/server.ts';
import { startTestHost, type TestHost } from '../lambda/testing/startTestHost.ts';
import type { Cors, FunctionUrl, UrlPermission } from './definition.ts';
import { createFunctionUrls, URLS_PATH } from './functionUrls.ts';

const REGION = 'eu-west-1';
const arnOf = (name: string): string => `arn:aws:lambda:${REGION}:111122223333:function:${name}`;
const CODE = {
  echo: 'export const handler = async (event) => event;',
  answer: 'export const handler = async (event) => JSON.parse(event.body);',
  slow: 'export const handler = () => new Promise(() => setTimeout(() => {}, 60_000));',
  broken: 'export const handler = async () => { throw new Error("no"); };',
};

let host: TestHost;
let server: HttpServer;
const urls: FunctionUrl[] = [];
const permissions: UrlPermission[] = [];

/** A URL of a function's, open to everybody unless told otherwise. */
function add(id: string, name: string, more: Partial<FunctionUrl> = {}, isOpen = true): void {
  const functionArn = arnOf(name);
  urls.push({ id, functionArn, authType: 'NONE', cors: null, ...more });
  if (!isOpen) return;
  permissions.push({ functionArn, action: 'lambda:InvokeFunctionUrl', authType: 'NONE' });
  permissions.push({ functionArn, action: 'lambda:InvokeFunction' });
}

const cors: Cors = {
  allowOrigins: ['https://pay.example'],
  allowMethods: ['POST', 'PUT'],
  allowHeaders: ['x-one'],
  exposeHeaders: ['x-two'],
  allowCredentials: true,
  maxAgeSeconds: 300,
};
const CALLER = 'arn:aws:iam::111122223333:role/Caller';
const HALF = 'arn:aws:iam::111122223333:role/Half';
const STRANGER = 'arn:aws:iam::111122223333:role/Stranger';

beforeAll(async () => {
  host = startTestHost();
  for (const [name, code] of Object.entries(CODE)) host.add(name, 'index.mjs', code, { timeoutSeconds: 1 });
  host.add('off', 'index.mjs', CODE.echo, { reservedConcurrency: 0 });
  host.add('private', 'index.mjs', CODE.echo);
  host.add('signed', 'index.mjs', CODE.echo);
  const allow = (Action: string[], more: object = {}) => ({
    Statement: { Effect: 'Allow', Action, Resource: arnOf('signed'), ...more },
  });
  const byUrl = { Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } };
  const signed = { Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } } };
  const policies = [allow(['lambda:InvokeFunctionUrl'], signed), allow(['lambda:InvokeFunction'], byUrl)];
  host.principals.register(CALLER, policies);
  host.principals.register(HALF, [policies[0]]);
  host.principals.register(STRANGER, []);
  for (const name of Object.keys(CODE)) add(name, name);
  add('off', 'off');
  add('withCors', 'echo', { cors });
  add('answerWithCors', 'answer', { cors });
  add('forAll', 'echo', { cors: { ...cors, allowOrigins: ['*'], allowCredentials: false } });
  add('private', 'private', {}, false);
  add('signed', 'signed', { authType: 'AWS_IAM' }, false);
  server = await listen(0);
  const { principals } = host;
  const handle = createFunctionUrls({
    urls,
    permissions,
    principals,
    region: REGION,
    functions: host.host,
    log: () => {},
  });
  server.serve({ [`${URLS_PATH}/`]: handle }, {});
});
afterAll(async () => {
  await server.stop();
  await host.stop();
});

const at = (path: string): string => `http://127.0.0.1:${server.port}${URLS_PATH}/${path}`;
const call = (path: string, init: RequestInit = {}): Promise<Response> => fetch(at(path), init);
const post = (path: string, body: NonNullable<RequestInit['body']>, type: string, more: Record<string, string> = {}) =>
  call(path, { method: 'POST', body, headers: { 'content-type': type, ...more } });
type UrlEvent = Record<string, unknown> & { headers: Record<string, string>; requestContext: Record<string, unknown> };
const eventOf = async (response: Response): Promise<UrlEvent> => (await response.json()) as UrlEvent;

describe('the event', () => {
  it('is of payload format 2.0', async () => {
    const headers = { cookie: 'a=1; b=2', 'X-Mixed-Case': 'kept', 'user-agent': 'test' };
    const response = await post(
      'echo/some/path?x=1&y=a%20b&x=2',
      '{"é":1}',
      'application/json; charset=utf-8',
      headers,
    );
    const event = await eventOf(response);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/some/path',
      rawQueryString: 'x=1&y=a%20b&x=2',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { x: '1,2', y: 'a b' },
      requestContext: {
        accountId: 'anonymous',
        apiId: 'echo',
        domainName: `127.0.0.1:${server.port}`,
        http: { method: 'POST', path: '/some/path', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: response.headers.get('x-amzn-requestid'),
        stage: '$default',
      },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ 'x-mixed-case': 'kept', 'x-forwarded-for': '127.0.0.1' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });

  it('leaves out what the request does not have', async () => {
    const event = await eventOf(await call('echo/'));
    expect(event).toMatchObject({ rawPath: '/', rawQueryString: '', isBase64Encoded: false });
    for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(event).not.toHaveProperty(absent);
    expect((await eventOf(await call('echo'))).rawPath).toBe('/');
  });

  it.each([
    ['of a binary type', Buffer.from([0, 255, 128, 10]), 'application/octet-stream'],
    ['that calls itself JSON and is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json'],
    ['of a form', Buffer.from('a=1'), 'application/x-www-form-urlencoded'],
  ])('carries a body %s in base64', async (_, bytes, type) => {
    const event = await eventOf(await post('echo/', bytes, type));
    expect(event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });
});

describe('the answer', () => {
  const answered = (value: unknown): Promise<Response> => post('answer/', JSON.stringify(value), 'application/json');

  it('is what an object with a status code says', async () => {
    const headers = { 'Content-Type': 'text/plain', 'My-Own': 7 };
    const response = await answered({ statusCode: 201, headers, body: 'made', cookies: ['a=1', 'b=2; Max-Age=3'] });
    expect([response.status, await response.text()]).toEqual([201, 'made']);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(response.headers.get('my-own')).toBe('7');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2; Max-Age=3']);
  });

  it('may be binary, or nothing', async () => {
    const bytes = Buffer.from([0, 1, 255]);
    const binary = await answered({ statusCode: '200', body: bytes.toString('base64'), isBase64Encoded: true });
    expect(Buffer.from(await binary.arrayBuffer())).toEqual(bytes);
    const empty = await answered({ statusCode: 204 });
    expect([empty.status, await empty.text()]).toEqual([204, '']);
  });

  it.each(['"Hello, world!"', '{"message":"Hello"}', '[1]', 'null'])(
    'is the body %s itself without one',
    async (body) => {
      const response = await answered(JSON.parse(body));
      expect([response.status, await response.text()]).toEqual([200, body]);
      expect(response.headers.get('content-type')).toBe('application/json');
    },
  );

  it.each(['broken/', 'slow/'])('of %s, which fails or takes too long, is 502', async (path) => {
    const response = await call(path);
    expect([response.status, await response.text()]).toEqual([502, 'Internal Server Error']);
  });

  it('with a status that is none is 502', async () => {
    for (const statusCode of ['soon', 99, 600]) expect((await answered({ statusCode })).status).toBe(502);
  });

  it('of a function that is switched off is 429, and an unknown URL’s 403', async () => {
    expect((await call('off/')).status).toBe(429);
    expect((await call('nobody/')).status).toBe(403);
  });

  it('to more than 6 MB is 413', async () => {
    const response = await post('echo/', 'x'.repeat(6 * 1024 * 1024 + 1), 'text/plain');
    expect(response.status).toBe(413);
    // As base64 in its event it is larger than it was.
    expect((await post('echo/', Buffer.alloc(5 * 1024 * 1024), 'application/octet-stream')).status).toBe(413);
  });
});

describe('who may call', () => {
  it('of a URL that asks for nobody: everybody, once the function’s permissions say so', async () => {
    const response = await call('private/');
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException']);
    expect(await response.text()).toContain('Forbidden. For troubleshooting Function URL authorization issues');
  });

  async function signed(roleArn: string, body: Uint8Array, changes: { path?: string; sent?: Uint8Array } = {}) {
    const path = `${URLS_PATH}/signed/a%20b`;
    const credentials = host.principals.assume(roleArn, 'test');
    const signer = new SignatureV4({ service: 'lambda', region: REGION, credentials, sha256: Sha256 });
    const headers = { host: `127.0.0.1:${server.port}`, 'content-type': 'application/octet-stream' };
    const parts = { method: 'POST', protocol: 'http:', hostname: '127.0.0.1', query: { x: '1' } };
    const request = await signer.sign({ ...parts, path, headers, body });
    const sent = Buffer.from(changes.sent ?? body);
    const url = `http://127.0.0.1:${server.port}${changes.path ?? path}?x=1`;
    return fetch(url, { method: 'POST', headers: request.headers, body: sent });
  }
  const bytes = Uint8Array.from([1, 2, 255]);

  it('of a URL that asks for a signature: who may do both, and is known to the function', async () => {
    const response = await signed(CALLER, bytes);
    expect(response.status).toBe(200);
    const userArn = 'arn:aws:sts::111122223333:assumed-role/Caller/test';
    expect(await eventOf(response)).toMatchObject({
      rawPath: '/a%20b',
      requestContext: { accountId: '111122223333', authorizer: { iam: { userArn, accountId: '111122223333' } } },
    });
  });

  it('nobody who may do only one of the two, or none', async () => {
    expect((await signed(HALF, bytes)).status).toBe(403);
    expect((await signed(STRANGER, bytes)).status).toBe(403);
  });

  it('nobody who did not sign this very request', async () => {
    const other = await signed(CALLER, bytes, { path: `${URLS_PATH}/signed/other` });
    expect([other.status, other.headers.get('x-amzn-errortype')]).toEqual([403, 'InvalidSignatureException']);
    expect((await signed(CALLER, bytes, { sent: Uint8Array.from([9]) })).status).toBe(403);
    const unsigned = await call('signed/');
    expect(unsigned.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });
});

describe('CORS', () => {
  const preflight = (path: string, origin: string): Promise<Response> =>
    call(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  it('answers a preflight request without calling the function', async () => {
    const response = await preflight('withCors/', 'https://pay.example');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': 'https://pay.example',
      'access-control-allow-methods': 'POST,PUT',
      'access-control-allow-headers': 'x-one',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '300',
    });
    const other = await preflight('withCors/', 'https://evil.example');
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('is added to answers, and wins over the function’s own', async () => {
    const own = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://own.example' } };
    const headers = { origin: 'https://pay.example' };
    const response = await post('answerWithCors/', JSON.stringify(own), 'application/json', headers);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://pay.example');
    expect(response.headers.get('access-control-expose-headers')).toBe('x-two');
    expect((await call('forAll/', { headers })).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is the function’s own matter where nothing is configured', async () => {
    const event = await eventOf(await preflight('echo/', 'https://pay.example'));
    expect(event.requestContext).toMatchObject({ http: { method: 'OPTIONS' } });
  });
});
