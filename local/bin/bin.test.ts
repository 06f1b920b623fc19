import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookingCommand } from './start/bookingCommand.ts';
import { type Endpoints, removeEndpoints, writeEndpoints } from './endpointsFile.ts';
import { explain } from './explain.ts';
import { settings } from './settings.ts';

describe('settings', () => {
  it('have defaults, and read PORT and KEYRACK_DATA', () => {
    expect(settings({})).toMatchObject({ port: 4000, dataFolder: null });
    expect(settings({ PORT: '', KEYRACK_DATA: '' })).toMatchObject({ port: 4000, dataFolder: null });
    expect(settings({ PORT: '0', KEYRACK_DATA: '/data', KEYRACK_ENDPOINTS: '/e' })).toEqual({
      port: 0,
      dataFolder: '/data',
      endpointsFile: '/e',
    });
  });

  it.each(['http', '-1', '70000', '4.5'])('refuse PORT=%s', (port) => {
    expect(() => settings({ PORT: port })).toThrow(`PORT must be a number from 0 to 65535, it is "${port}"`);
  });
});

it('explains any error in one line', () => {
  expect(explain(new Error('It ended. Its last lines:\n  one\n\ntwo\n'))).toBe('It ended. Its last lines: | one | two');
  expect(explain(new TypeError())).toBe('TypeError');
  expect(explain(new Error('x'.repeat(5_000))).length).toBeLessThan(700);
});

it('prints a command that bash passes on word by word', () => {
  const stay = { propertyId: 'lis-miradouro', roomTypeId: 'DBL', arrival: '2027-01-10', departure: '2027-01-12' };
  const command = bookingCommand('http://127.0.0.1:4000/graphql', "it's.a.token", stay);
  expect(command).not.toContain('\n');
  const show = `curl() { printf '%s\\n' "$@"; }; ${command}`;
  const words = execFileSync('bash', ['-c', show], { encoding: 'utf8' }).trim().split('\n');
  expect(words.slice(0, 6)).toEqual([
    '-s',
    'http://127.0.0.1:4000/graphql',
    '-H',
    'content-type: application/json',
    '-H',
    "authorization: it's.a.token",
  ]);
  expect(JSON.parse(words[7] ?? '')).toMatchObject({
    variables: { input: { ...stay, bookingId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  });
});

describe('the endpoints file', () => {
  const endpoints: Endpoints = {
    graphqlUrl: 'http://a',
    realtimeUrl: '',
    graphiqlUrl: '',
    mailboxUrl: '',
    endpointUrl: '',
    pmsUrl: '',
    paymentsUrl: '',
    functionUrls: {},
    apiKey: '',
    region: '',
    functions: {},
    users: [],
  };

  it('is for the user alone, and goes with the system that wrote it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-endpoints-'));
    const path = join(folder, 'made/endpoints.json');
    writeEndpoints(path, endpoints);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(endpoints);
    expect(statSync(path).mode & 0o077).toBe(0);
    removeEndpoints(path, { ...endpoints, graphqlUrl: 'http://b' });
    expect(existsSync(path)).toBe(true);
    removeEndpoints(path, endpoints);
    expect(existsSync(path)).toBe(false);
    expect(() => removeEndpoints(path, endpoints)).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});
