import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { authorization } from '../../endpoint/client/authorization.ts';
import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { startTestHost, type TestHost } from '../testing/startTestHost.ts';
import { createFunctionLogs } from './functionLogs.ts';
import { createLogsHandler } from './handler.ts';

const region = 'eu-west-1';
const accountId = '111122223333';
const logs = createFunctionLogs();
let functions: TestHost;
let endpoint: Endpoint;

beforeAll(async () => {
  functions = startTestHost({ logs });
  const { host, principals } = functions;
  endpoint = await startEndpoint({ dynamodbUrl: 'http://127.0.0.1:9', principals, region, accountId, log: () => {} });
  const isFunction = (name: string): boolean => host.find(name) !== undefined;
  endpoint.serve('logs', createLogsHandler({ logs, isFunction, principals, region, accountId }));
});
afterAll(async () => {
  await endpoint.stop();
  await functions.stop();
});

type Answer = { status: number; body: { events: { message: string }[]; nextForwardToken: string; __type?: string } };

async function getLogEvents(
  input: object,
  caller: { accessKeyId: string; sessionToken?: string } = LOCAL_ADMINISTRATOR,
): Promise<Answer> {
  const { accessKeyId, sessionToken } = caller;
  const reply = await request(endpoint.url, {
    method: 'POST',
    headers: {
      authorization: authorization({ accessKeyId, region, service: 'logs' }),
      'x-amz-target': 'Logs_20140328.GetLogEvents',
      ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    },
    body: JSON.stringify(input),
  });
  return { status: reply.statusCode, body: (await reply.body.json()) as Answer['body'] };
}

const streamOf = (name: string) => ({ logGroupName: `/aws/lambda/${name}`, logStreamName: 'local' });
const messages = ({ body }: Answer): string[] => body.events.map(({ message }) => message);

describe('GetLogEvents', () => {
  it('tells what a function printed, as it printed it, and what became of each invocation', async () => {
    const emf = '{"_aws":{"Timestamp":1,"CloudWatchMetrics":[]},"n":1}';
    const code = `export const handler = async ({ fail }) => { console.log('${emf}'); if (fail) throw new TypeError('told to'); };`;
    functions.add('prints', 'index.mjs', code);
    expect((await getLogEvents(streamOf('prints'))).body).toMatchObject({ events: [], nextForwardToken: 'f/0' });

    await functions.call('prints');
    const report = expect.stringMatching(/^REPORT RequestId: [0-9a-f-]{36}\tDuration: \d+\.\d\d ms$/);
    const first = await vi.waitFor(async () => {
      const page = await getLogEvents(streamOf('prints'));
      expect(messages(page).toSorted()).toEqual([report, emf]);
      return page;
    }, 10_000);

    await functions.call('prints', { fail: true });
    await vi.waitFor(async () => {
      const after = await getLogEvents({ ...streamOf('prints'), nextToken: first.body.nextForwardToken });
      const failed = expect.stringMatching(/^REPORT .* ms\tStatus: error\tError Type: TypeError$/);
      expect(messages(after)).toEqual(expect.arrayContaining([emf, 'TypeError: told to', failed]));
    }, 10_000);
    expect(messages(await getLogEvents({ ...streamOf('prints'), limit: 1, startFromHead: true }))).toHaveLength(1);
    expect(messages(await getLogEvents({ ...streamOf('prints'), limit: 1 }))).toHaveLength(1);
    // What is told of invocations is for the log alone.
    expect(functions.lines.join('\n')).not.toContain('REPORT');
  });

  it('tells of time-outs and crashes', async () => {
    functions.add('overruns', 'index.mjs', 'export const handler = async () => { for (;;); };', { timeoutSeconds: 1 });
    functions.add('exits', 'index.mjs', 'export const handler = async () => process.exit(3);');
    await Promise.all([functions.call('overruns'), functions.call('exits')]);
    expect(messages(await getLogEvents(streamOf('overruns')))).toEqual([
      expect.stringMatching(/^REPORT .*Duration: \d{4}\.\d\d ms\tStatus: timeout\tError Type: Sandbox\.Timedout$/),
    ]);
    expect(messages(await getLogEvents(streamOf('exits')))).toEqual([
      expect.stringMatching(/\tStatus: error\tError Type: Runtime\.ExitError$/),
    ]);
  }, 60_000);

  it('refuses callers without the right, groups of no function, and what it does not know', async () => {
    const role = 'arn:aws:iam::111122223333:role/Reader';
    const Resource = `arn:aws:logs:${region}:${accountId}:log-group:/aws/lambda/mine:log-stream:local`;
    functions.principals.register(role, [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'logs:GetLogEvents', Resource }] },
    ]);
    functions.add('mine', 'index.mjs', 'export const handler = async () => 1;');
    functions.add('theirs', 'index.mjs', 'export const handler = async () => 1;');
    const reader = functions.principals.assume(role, 'test');
    expect((await getLogEvents(streamOf('mine'), reader)).status).toBe(200);
    expect((await getLogEvents(streamOf('theirs'), reader)).body.__type).toBe('AccessDeniedException');
    expect((await getLogEvents(streamOf('nobody'))).body.__type).toBe('ResourceNotFoundException');
    for (const wrong of [{ nextToken: 'b/1' }, { limit: 0 }, { startTime: 1 }, { logStreamName: 'other' }]) {
      const answer = await getLogEvents({ ...streamOf('mine'), ...wrong });
      expect(answer).toMatchObject({ status: 400, body: { __type: 'InvalidParameterException' } });
    }
  });
});
