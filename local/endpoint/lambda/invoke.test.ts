import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestHost, type TestHost } from '../../lambda/testing/startTestHost.ts';
import { ACCOUNT, REGION, startTestEndpoint, type TestEndpoint } from '../testing/startTestEndpoint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ECHO = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:echo`;
let local: TestEndpoint;
let functions: TestHost;
let caller: string;

beforeAll(async () => {
  local = await startTestEndpoint();
  functions = startTestHost();
  functions.add(
    'echo',
    'index.mjs',
    `export const handler = async (event) => { if (event.fail) throw new Error('told to'); return event; };`,
  );
  functions.add('private', 'index.mjs', 'export const handler = async () => 1;');
  local.endpoint.serveLambda(functions.host);
  caller = local.role('Caller', { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: ECHO });
});
afterAll(async () => {
  await functions.stop();
  await local.stop();
});

async function http(path: string, body: string, headers: Record<string, string> = {}) {
  const { accessKeyId, sessionToken } = local.principals.assume(caller, 'test');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261120/${REGION}/lambda/aws4_request, SignedHeaders=host, Signature=00`;
  const reply = await request(`${local.endpoint.url}/2015-03-31/functions/${path}`, {
    method: 'POST',
    headers: { authorization, 'x-amz-security-token': sessionToken, ...headers },
    body,
  });
  return { status: reply.statusCode, headers: reply.headers, text: await reply.body.text() };
}

describe('Invoke over HTTP', () => {
  test('runs a function, by name or ARN', async () => {
    expect(await http('echo/invocations', '{"a":1}')).toMatchObject({ status: 200, text: '{"a":1}' });
    const byArn = await http(`${encodeURIComponent(ECHO)}/invocations?Qualifier=$LATEST`, '');
    expect(byArn).toMatchObject({ status: 200, text: '{}', headers: { 'x-amz-executed-version': '$LATEST' } });
  });

  test("tells of the function's own errors in a header", async () => {
    const reply = await http('echo/invocations', '{"fail":true}');
    expect(reply).toMatchObject({ status: 200, headers: { 'x-amz-function-error': 'Unhandled' } });
    expect(JSON.parse(reply.text)).toMatchObject({ errorType: 'Error', errorMessage: 'told to' });
  });

  test('takes events and dry runs', async () => {
    expect(await http('echo/invocations', '{}', { 'x-amz-invocation-type': 'Event' })).toMatchObject({
      status: 202,
      text: '',
    });
    expect(await http('echo/invocations', '{}', { 'x-amz-invocation-type': 'DryRun' })).toMatchObject({
      status: 204,
      text: '',
    });
    await functions.host.eventsDrained();
  });

  test.each([
    ['what the policies do not allow', 'private/invocations', '{}', 403, 'AccessDeniedException'],
    ['a body that is not JSON', 'echo/invocations', '{', 400, 'InvalidRequestContentException'],
    ['another action', 'echo/configuration', '{}', 501, 'NotImplemented'],
  ])('refuses %s', async (_, path, body, status, type) => {
    expect(await http(path, body)).toMatchObject({ status, headers: { 'x-amzn-errortype': type } });
  });
});

describe('Invoke from this process', () => {
  const signal = new AbortController().signal;

  test('as a data source of the API', async () => {
    const call = {
      functionArn: ECHO,
      payload: { b: 2 },
      invocationType: 'RequestResponse',
      roleArn: caller,
      signal,
    } as const;
    expect(await local.endpoint.lambda(call)).toEqual({ payload: { b: 2 } });
    await expect(local.endpoint.lambda({ ...call, functionArn: 'private' })).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/Caller/APPSYNC_ASSUME_ROLE is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:${REGION}:${ACCOUNT}:function:private because no identity-based policy allows the lambda:InvokeFunction action`,
    });
  });

  test('as the API has it', async () => {
    const invoke = (operation: string, input: Record<string, unknown>) =>
      local.endpoint.call({ service: 'lambda', operation, input, roleArn: caller });
    expect(await invoke('Invoke', { FunctionName: 'echo', Payload: { fail: true } })).toMatchObject({
      FunctionError: 'Unhandled',
    });
    await expect(invoke('ListFunctions', {})).rejects.toMatchObject({ code: 'UnknownOperationException' });
  });
});
