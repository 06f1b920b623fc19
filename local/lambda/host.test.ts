import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLE, startTestHost, type TestHost } from './testing/startTestHost.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let local: TestHost;
beforeAll(() => {
  local = startTestHost();
});
afterAll(() => local.stop());

describe('a handler', () => {
  test('gets event and context, and answers', async () => {
    const code = `export const handler = async (event, context) => ({ event, ...context, left: context.getRemainingTimeInMillis() });`;
    local.add('answers', 'index.mjs', code, { timeoutSeconds: 7, memoryMiB: 256 });
    const { payload, functionError } = await local.call('answers', { a: [1, null, 'ü'] });
    expect(functionError).toBeUndefined();
    expect(payload).toMatchObject({
      event: { a: [1, null, 'ü'] },
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      functionName: 'answers',
      functionVersion: '$LATEST',
      memoryLimitInMB: '256',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:answers',
    });
    const { left } = payload as { left: number };
    expect(left).toBeGreaterThan(5_000);
    expect(left).toBeLessThanOrEqual(7_000);
  });

  test.each([
    ['CommonJS, exports', 'index.js', 'exports.handler = async (event) => event + 1;', 'index.handler'],
    ['CommonJS, module.exports', 'index.cjs', 'module.exports = { handler: (event) => event + 1 };', 'index.handler'],
    [
      'ES module, default export with a path',
      'app.mjs',
      'export const api = { run: async (event) => event + 1 };',
      'app.api.run',
    ],
  ])('as %s', async (name, file, code, handler) => {
    const functionName = name.replaceAll(/\W/g, '');
    local.add(functionName, file, code, { handler });
    expect(await local.call(functionName, 41)).toEqual({ payload: 42 });
  });

  test('that returns nothing answers null', async () => {
    local.add('silent', 'index.mjs', 'export const handler = async () => {};');
    expect(await local.call('silent')).toEqual({ payload: null });
  });

  test('keeps its process: what it remembers is there the next time', async () => {
    local.add('remembers', 'index.mjs', 'let n = 0; export const handler = async () => [++n, process.pid];');
    const [first, second] = [await local.call('remembers'), await local.call('remembers')] as {
      payload: [number, number];
    }[];
    expect(second?.payload).toEqual([2, first?.payload[1]]);
  });

  test("prints to the log under the function's name", async () => {
    local.add(
      'prints',
      'index.mjs',
      `export const handler = async () => { console.log('one\\ntwo'); console.error('three'); };`,
    );
    await local.call('prints');
    await vi.waitFor(
      () => expect(local.lines).toEqual(expect.arrayContaining(['prints: one', 'prints: two', 'prints: three'])),
      10_000,
    );
  });
});

test("a function's environment is the template's and Lambda's, nothing of this process's", async () => {
  vi.stubEnv('LEAKED', 'yes');
  local.add('environment', 'index.mjs', 'export const handler = async () => process.env;', {
    environment: { TABLE: 'Pages' },
  });
  const { payload } = (await local.call('environment')) as { payload: Record<string, string> };
  vi.unstubAllEnvs();
  const credentials = local.principals.assume(ROLE, 'environment');
  expect(payload).toMatchObject({
    TABLE: 'Pages',
    TZ: ':UTC',
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_LAMBDA_FUNCTION_NAME: 'environment',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    _HANDLER: 'index.handler',
  });
  expect(payload).not.toHaveProperty('LEAKED');
  expect(payload).not.toHaveProperty('HOME');
});

describe('a function that fails', () => {
  test('by an error: its type, message and trace', async () => {
    local.add('throws', 'index.mjs', `export const handler = async () => { throw new RangeError('too far'); };`);
    expect(await local.call('throws')).toEqual({
      functionError: 'Unhandled',
      payload: {
        errorType: 'RangeError',
        errorMessage: 'too far',
        trace: expect.arrayContaining(['RangeError: too far']),
      },
    });
  });

  test('by its time-out: the process is killed, and the next call gets a new one', async () => {
    const code = 'export const handler = async (event) => { if (event.forever) for (;;); return process.pid; };';
    local.add('overruns', 'index.mjs', code, { timeoutSeconds: 1 });
    const before = await local.call('overruns');
    expect(await local.call('overruns', { forever: true })).toEqual({
      functionError: 'Unhandled',
      payload: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/),
      },
    });
    const after = await local.call('overruns');
    expect(after.payload).not.toBe(before.payload);
  });

  test.each([
    ['exits', 'process.exit(3)', 'Runtime.ExitError', /Runtime exited with error: exit status 3$/],
    ['leaves', 'process.exit(0)', 'Runtime.ExitError', /Runtime exited without providing a reason$/],
    [
      'dies',
      `process.kill(process.pid, 'SIGKILL'); await new Promise(() => setInterval(() => {}, 1000))`,
      'Runtime.ExitError',
      /signal: killed$/,
    ],
    [
      'rejects',
      `Promise.reject(new Error('nobody looked')); await new Promise(() => setInterval(() => {}, 1000))`,
      'Runtime.UnhandledPromiseRejection',
      /nobody looked/,
    ],
    [
      'explodes',
      `setTimeout(() => { throw new TypeError('later') }, 1); await new Promise(() => setInterval(() => {}, 1000))`,
      'TypeError',
      /later/,
    ],
  ])('%s', async (name, statement, errorType, message) => {
    local.add(
      name,
      'index.mjs',
      `export const handler = async (event) => { if (event.fail) { ${statement}; } return 'well'; };`,
    );
    expect(await local.call(name, { fail: true })).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType, errorMessage: expect.stringMatching(message) },
    });
    expect(await local.call(name)).toEqual({ payload: 'well' });
  });

  test.each([
    ['loading', `throw new Error('no config');`, 'index.handler', 'Error', /no config/],
    ['missing', '', 'other.handler', 'Runtime.ImportModuleError', /Cannot find module 'other'/],
    ['unexported', 'export const other = 1;', 'index.handler', 'Runtime.HandlerNotFound', /not exported/],
    [
      'callback',
      'export const handler = (event, context, done) => done();',
      'index.handler',
      'Runtime.CallbackHandlerDeprecated',
      /return a promise/,
    ],
    ['malformed', '', 'handler', 'Runtime.MalformedHandlerName', /form file.export/],
  ])('at its start: %s', async (name, code, handler, errorType, message) => {
    local.add(name, 'index.mjs', code, { handler });
    expect(await local.call(name)).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType, errorMessage: expect.stringMatching(message) },
    });
  });

  test('by a result that is too large', async () => {
    local.add('large', 'index.mjs', `export const handler = async (n) => 'x'.repeat(n);`);
    expect(await local.call('large', 6 * 1024 * 1024 - 2)).not.toHaveProperty('functionError');
    expect(await local.call('large', 6 * 1024 * 1024)).toMatchObject({
      payload: { errorType: 'Function.ResponseSizeTooLarge' },
    });
  });
});

describe('a call is refused', () => {
  test('when there is no such function, or version', async () => {
    local.add('there', 'index.mjs', 'export const handler = async () => 1;');
    await expect(local.call('nowhere')).rejects.toMatchObject({ code: 'ResourceNotFoundException', statusCode: 404 });
    await expect(local.call('there:7')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    for (const name of [
      'there:$LATEST',
      '111122223333:function:there',
      'arn:aws:lambda:eu-west-1:111122223333:function:there',
    ]) {
      expect(await local.call(name)).toEqual({ payload: 1 });
    }
  });

  test('when its payload is too large', async () => {
    const payload = 'x'.repeat(1024 * 1024);
    await expect(local.call('there', payload, { invocationType: 'Event' })).rejects.toMatchObject({
      code: 'RequestTooLargeException',
      statusCode: 413,
    });
    expect(await local.call('there', payload)).toEqual({ payload: 1 });
  });

  test('when the caller stops waiting', async () => {
    local.add(
      'slow',
      'index.mjs',
      `export const handler = () => new Promise((resolve) => setTimeout(resolve, 300, 'late'));`,
    );
    const patience = new AbortController();
    const call = local.call('slow', {}, { signal: patience.signal });
    patience.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    expect(await local.call('slow')).toEqual({ payload: 'late' });
  });
});

describe('a function is refused', () => {
  test.each([
    ['another language', { runtime: 'python3.13' }, /python3.13 is not Node.js/],
    ['reserved variables', { environment: { AWS_REGION: 'x' } }, /reserves the environment variables AWS_REGION/],
    ['a missing folder', { codeFolder: '/nowhere' }, /nowhere does not exist/],
    ['no time at all', { timeoutSeconds: 0 }, /time-out/],
    ['too little memory', { memoryMiB: 64 }, /memory/],
  ])('%s', (name, more, message) => {
    expect(() => local.add(`refused-${name.replaceAll(' ', '-')}`, 'index.mjs', '', more)).toThrow(message);
  });
});
