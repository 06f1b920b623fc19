import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { createFunctionLogs } from '../../lambda/logs/functionLogs.ts';
import { createLogsHandler } from '../../lambda/logs/handler.ts';
import { startTestHost, type TestHost } from '../../lambda/testing/startTestHost.ts';
import { type Endpoints, writeEndpoints } from '../endpointsFile.ts';

const place = { region: 'eu-west-1', accountId: '111122223333' };
const bin = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'keyrack-ask-'));
const file = join(folder, 'endpoints.json');
const event = join(folder, 'event.json');
const logs = createFunctionLogs();
let functions: TestHost;
let endpoint: Endpoint;

/** A cloud in which set-inventory answers its event, and booking-events prints it and then fails. */
beforeAll(async () => {
  functions = startTestHost({ logs });
  const { host, principals } = functions;
  endpoint = await startEndpoint({ ...place, dynamodbUrl: 'http://127.0.0.1:9', principals, log: () => {} });
  endpoint.serveLambda(host);
  const isFunction = (name: string): boolean => host.find(name) !== undefined;
  endpoint.serve('logs', createLogsHandler({ ...place, logs, isFunction, principals }));
  functions.add('answers', 'index.mjs', 'export const handler = async (event) => ({ got: event });');
  const fails = `export const handler = async ({ n }) => { console.log('n is ' + n); throw new RangeError('too far'); };`;
  functions.add('fails', 'index.mjs', fails);
  writeEndpoints(file, endpointsAt(endpoint.url));
  writeFileSync(event, '{"n": 7}');
});
afterAll(async () => {
  await endpoint.stop();
  await functions.stop();
  rmSync(folder, { recursive: true });
});

const endpointsAt = (endpointUrl: string): Endpoints => ({
  graphqlUrl: '',
  realtimeUrl: '',
  graphiqlUrl: '',
  mailboxUrl: '',
  endpointUrl,
  pmsUrl: '',
  paymentsUrl: '',
  functionUrls: {},
  apiKey: '',
  region: place.region,
  functions: { setInventory: 'answers', bookingEvents: 'fails' },
  users: [],
});

/** Runs a command to its end. */
function command(words: string[], endpointsFile = file): Promise<{ code: number; out: string; errors: string }> {
  const [program = '', ...args] = words;
  const env = { ...process.env, KEYRACK_ENDPOINTS: endpointsFile };
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(bin, program), ...args], { env }, (_, out, errors) =>
      done({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}

describe('npm run invoke', () => {
  it('prints the answer, to the function’s own sample or to an event given', async () => {
    const [sample, given] = await Promise.all([
      command(['invoke.ts', 'set-inventory']),
      command(['invoke.ts', 'setInventory', event]),
    ]);
    expect(sample).toMatchObject({ code: 0, errors: '' });
    expect(JSON.parse(sample.out)).toMatchObject({ got: { input: { propertyId: expect.any(String) } } });
    expect(JSON.parse(given.out)).toEqual({ got: { n: 7 } });
  });

  it('fails with what the function failed with', async () => {
    const { code, out, errors } = await command(['invoke.ts', 'bookingEvents', event]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(errors)).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
  });

  it('says in one line what it cannot do', async () => {
    writeEndpoints(join(folder, 'left.json'), endpointsAt('http://127.0.0.1:9'));
    writeEndpoints(join(folder, 'older.json'), { ...endpointsAt(endpoint.url), functions: {} });
    const failures = await Promise.all([
      command(['invoke.ts', 'nonesuch']),
      command(['invoke.ts']),
      command(['invoke.ts', 'setInventory', join(folder, 'none.json')]),
      command(['invoke.ts', 'setInventory'], join(folder, 'none.json')),
      command(['invoke.ts', 'setInventory'], join(folder, 'left.json')),
      command(['invoke.ts', 'setInventory'], join(folder, 'older.json')),
    ]);
    expect(failures.map(({ code, out }) => [code, out])).toEqual(failures.map(() => [1, '']));
    const [unknown, none, noEvent, notRunning, left, older] = failures.map(({ errors }) => errors);
    expect(unknown).toMatch(/^There is no function "nonesuch"\. There are: .*bookingEvents, .*setInventory.*\.\n$/);
    expect(none).toMatch(/^Usage: npm run invoke .*\n$/);
    expect(noEvent).toMatch(/^The event .*none\.json cannot be read: ENOENT.*\n$/);
    expect(notRunning).toMatch(/^Keyrack is not running: there is no .*none\.json\. .*npm start.*\n$/);
    expect(left).toMatch(/^Keyrack is not running: nothing answers at http:\/\/127\.0\.0\.1:9\. .*\n$/);
    expect(older).toMatch(/^The running system has no function setInventory.*\n$/);
  });
});

describe('npm run logs', () => {
  it('prints the last lines with their times', async () => {
    await functions.call('fails', { n: 1 });
    await expect.poll(() => logs.last('fails', 100).some(({ text }) => text === 'n is 1')).toBe(true);
    const all = await command(['logs.ts', 'booking-events']);
    expect(all).toMatchObject({ code: 0, errors: '' });
    expect(all.out).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z n is 1$/m);
    expect(all.out).toMatch(/Z REPORT RequestId: .*Error Type: RangeError$/m);
    const { out } = await command(['logs.ts', 'bookingEvents', '--last', '1']);
    expect(out.split('\n')).toHaveLength(2);
    expect(all.out.endsWith(out)).toBe(true);
  });

  it('follows what is printed, until it is interrupted', async () => {
    const env = { ...process.env, KEYRACK_ENDPOINTS: file };
    const child = spawn(process.execPath, [join(bin, 'logs.ts'), 'setInventory', '--follow', '--last', '1'], { env });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    logs.append('answers', 'before');
    await expect.poll(() => out, { timeout: 15_000 }).toContain('before');
    for (const line of ['one', 'two', 'three']) logs.append('answers', line);
    await expect.poll(() => out, { timeout: 15_000 }).toMatch(/Z one\n.*Z two\n.*Z three\n$/);
    child.kill('SIGINT');
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGINT');
  });

  it('wants a number of lines', async () => {
    const { code, errors } = await command(['logs.ts', 'setInventory', '--last', 'all']);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^Usage: npm run logs .*\n$/) });
  });
});
