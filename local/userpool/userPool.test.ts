import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { UserSpec } from '../cloud/contract.ts';
import { startUserPool, type UserPool, type UserPoolOptions } from './userPool.ts';
import { UserPoolError } from './userPoolError.ts';

const CLIENT = 'keyrack-client';
const anna: UserSpec = { name: 'anna', email: 'anna@example.com', groups: ['staff'], propertyIds: ['p1', 'p2'] };

async function start(options: Partial<UserPoolOptions> = {}): Promise<UserPool & { stopEarly(): Promise<void> }> {
  const rules = { groups: ['guest', 'staff'], attributes: ['custom:property_ids'] };
  const pool = await startUserPool({ clientId: CLIENT, ...rules, ...options });
  let stopped: Promise<void> | null = null;
  const stopEarly = (): Promise<void> => (stopped ??= pool.stop());
  onTestFinished(stopEarly);
  return { ...pool, stopEarly };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'userpool-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

const verify = (pool: UserPool, token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${pool.issuer}/.well-known/jwks.json`)), { issuer: pool.issuer });

describe('tokens', () => {
  it('an ID token has what Cognito puts into it, and verifies with the published keys', async () => {
    const pool = await start({ issuerPath: 'us-east-1_local' });
    expect(pool.issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/us-east-1_local$/);
    const { sub, idToken } = await pool.signIn(anna);
    const { payload, protectedHeader } = await verify(pool, idToken);
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: expect.any(String) });
    expect(payload).toEqual({
      iss: pool.issuer,
      sub,
      aud: CLIENT,
      token_use: 'id',
      'cognito:username': 'anna',
      'cognito:groups': ['staff'],
      email: 'anna@example.com',
      email_verified: true,
      'custom:property_ids': 'p1,p2',
      auth_time: payload.iat,
      iat: payload.iat,
      exp: payload.iat! + 24 * 60 * 60,
      jti: expect.any(String),
      origin_jti: expect.any(String),
      event_id: expect.any(String),
    });
    expect(Math.abs(payload.iat! - Date.now() / 1000)).toBeLessThan(60);
  });

  it('an access token names client and scope and no attributes', async () => {
    const pool = await start();
    const { sub, accessToken } = await pool.signIn(anna);
    const { payload } = await verify(pool, accessToken);
    expect(payload).toMatchObject({
      sub,
      token_use: 'access',
      client_id: CLIENT,
      username: 'anna',
      scope: 'aws.cognito.signin.user.admin',
      'cognito:groups': ['staff'],
    });
    expect(Object.keys(payload)).not.toEqual(expect.arrayContaining(['aud']));
    expect(JSON.stringify(payload)).not.toMatch(/email|custom:/);
  });

  it('leave out groups and attributes that a user does not have', async () => {
    const pool = await start();
    const { idToken } = await pool.signIn({ ...anna, groups: [], propertyIds: [] });
    const { payload } = await verify(pool, idToken);
    expect(payload).not.toHaveProperty('cognito:groups');
    expect(payload).not.toHaveProperty(['custom:property_ids']);
  });

  it('give the same user the same sub in every pool, and each user another', async () => {
    const [one, two] = [await start(), await start()];
    const first = await one.signIn(anna);
    expect(first.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await two.signIn({ ...anna, email: 'other@example.com' })).sub).toBe(first.sub);
    expect((await one.signIn({ ...anna, name: 'Anna' })).sub).not.toBe(first.sub);
  });

  it('of one pool do not verify at another', async () => {
    const [one, two] = [await start(), await start()];
    const { idToken } = await one.signIn(anna);
    await expect(verify(two, idToken)).rejects.toThrow();
  });
});

describe('a sign-in is refused', () => {
  it.each<[string, Partial<UserSpec>, string]>([
    ['group', { groups: ['staff', 'operator'] }, 'the user pool has no group operator, only guest, staff.'],
    ['empty name', { name: '' }, 'a user name has 1 to 128 characters.'],
    ['e-mail', { email: 'anna' }, '"anna" is no e-mail address.'],
    ['property id with a comma', { propertyIds: ['p1,p9'] }, '"p1,p9" cannot be a property id'],
    ['too many properties', { propertyIds: Array(300).fill('property') }, 'holds at most 2048 characters.'],
  ])('%s', async (_what, change, message) => {
    const pool = await start();
    const refused = pool.signIn({ ...anna, ...change });
    await expect(refused).rejects.toThrow(UserPoolError);
    await expect(refused).rejects.toThrow(message);
  });

  it('for an attribute the pool does not have', async () => {
    const pool = await start({ attributes: [] });
    await expect(pool.signIn(anna)).rejects.toThrow('no attribute custom:property_ids, only none at all.');
    expect(await pool.signIn({ ...anna, propertyIds: undefined })).toHaveProperty('idToken');
  });
});

describe('the issuer', () => {
  it('publishes public keys only', async () => {
    const pool = await start();
    const { keys } = (await (await fetch(`${pool.issuer}/.well-known/jwks.json`)).json()) as { keys: object[] };
    const { idToken } = await pool.signIn(anna);
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kid: decodeProtectedHeader(idToken).kid, kty: 'RSA', alg: 'RS256' });
    expect(Object.keys(keys[0]!)).not.toContain('d');
  });

  it('has a discovery document that names only what is there', async () => {
    const pool = await start({ issuerPath: 'pool' });
    const response = await fetch(`${pool.issuer}/.well-known/openid-configuration`);
    expect(await response.json()).toEqual({
      issuer: pool.issuer,
      jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['public'],
    });
  });

  it('gives no token to anybody', async () => {
    const pool = await start();
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: CLIENT });
    expect((await fetch(`${pool.issuer}/token`, { method: 'POST', body })).status).toBe(404);
    expect((await fetch(`${pool.issuer}/authorize`)).status).toBe(404);
  });
});

describe('a data folder', () => {
  it('keeps tokens good over a restart', async () => {
    const dataFolder = await folder();
    const before = await start({ dataFolder });
    const { idToken } = await before.signIn(anna);
    await before.stopEarly();
    const after = await start({ dataFolder });
    expect(after.issuer).toBe(before.issuer);
    expect((await verify(after, idToken)).payload['cognito:username']).toBe('anna');
  });

  it('keeps the key to its owner', async () => {
    const dataFolder = await folder();
    await start({ dataFolder });
    expect((await stat(path.join(dataFolder, 'userpool.json'))).mode & 0o777).toBe(0o600);
  });

  it('moves to another port where its own is taken, and says so', async () => {
    const dataFolder = await folder();
    const before = await start({ dataFolder });
    await before.stopEarly();
    const squatter = createServer().listen(Number(new URL(before.issuer).port), '127.0.0.1');
    await once(squatter, 'listening');
    onTestFinished(() => void squatter.close());
    const lines: string[] = [];
    const after = await start({ dataFolder, log: (line) => lines.push(line) });
    expect(after.issuer).not.toBe(before.issuer);
    expect(lines.join()).toContain('tokens from before do not hold');
    const kept = JSON.parse(await readFile(path.join(dataFolder, 'userpool.json'), 'utf8')) as { port: number };
    expect(kept.port).toBe(Number(new URL(after.issuer).port));
  });

  it('is not trusted when its file is damaged', async () => {
    const dataFolder = await folder();
    await writeFile(path.join(dataFolder, 'userpool.json'), '{"port":0}');
    await expect(start({ dataFolder })).rejects.toThrow(/userpool\.json cannot be read\. Remove it/);
  });
});
