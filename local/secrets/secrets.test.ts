import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  type CreateSecretCommandInput,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from '../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../iam/administrator.ts';
import { createPrincipals } from '../iam/principals.ts';
import { resolveReference } from './dynamicReference.ts';
import { createSecretsHandler } from './handler.ts';
import { openSecretStore } from './secretStore.ts';

const place = { accountId: '000000000000', region: 'us-west-2' };
const arn = 'arn:aws:secretsmanager:us-west-2:000000000000:secret:pms/key-AbCdEf';
const READER = 'arn:aws:iam::000000000000:role/Reader';
const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const store = openSecretStore(folder);
const principals = createPrincipals(place);
let endpoint: Endpoint;
let client: (roleArn?: string) => SecretsManagerClient;

beforeAll(async () => {
  principals.register(READER, [
    {
      Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: `${arn.slice(0, -6)}??????` }],
    },
  ]);
  endpoint = await startEndpoint({ ...place, dynamodbUrl: 'http://127.0.0.1:9', principals, log: () => {} });
  endpoint.serve('secretsmanager', createSecretsHandler({ store, principals, ...place }));
  client = (roleArn) => {
    const credentials = roleArn === undefined ? LOCAL_ADMINISTRATOR : principals.assume(roleArn, 'test');
    return new SecretsManagerClient({ endpoint: endpoint.url, region: place.region, credentials, maxAttempts: 1 });
  };
  store.ensure({ arn, name: 'pms/key' }, () => '{"key":"first"}');
});
afterAll(async () => {
  await endpoint.stop();
  rmSync(folder, { recursive: true });
});

describe('Secrets Manager', () => {
  it.each([
    ['ARN', arn],
    ['ARN without its end', arn.slice(0, -7)],
    ['name', 'pms/key'],
  ])('gives a secret by its %s', async (_, SecretId) => {
    expect(await client(READER).send(new GetSecretValueCommand({ SecretId }))).toMatchObject({
      ARN: arn,
      Name: 'pms/key',
      SecretString: '{"key":"first"}',
      VersionStages: ['AWSCURRENT'],
      CreatedDate: expect.any(Date),
    });
  });

  it('keeps the version before', async () => {
    const put = await client().send(new PutSecretValueCommand({ SecretId: arn, SecretString: 'second' }));
    const get = (VersionStage?: string) => client().send(new GetSecretValueCommand({ SecretId: arn, VersionStage }));
    expect((await get()).SecretString).toBe('second');
    expect((await get('AWSPREVIOUS')).SecretString).toBe('{"key":"first"}');
    const { VersionIdsToStages } = await client().send(new DescribeSecretCommand({ SecretId: arn }));
    expect(VersionIdsToStages?.[put.VersionId ?? '']).toEqual(['AWSCURRENT']);
    await client().send(new PutSecretValueCommand({ SecretId: arn, SecretString: 'third' }));
    expect((await get('AWSPREVIOUS')).SecretString).toBe('second');
    await expect(get('NONE')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('needs the right to the secret', async () => {
    const describe = client(READER).send(new DescribeSecretCommand({ SecretId: arn }));
    await expect(describe).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`secretsmanager:DescribeSecret on resource: ${arn}`),
    });
    const unknown = client().send(new GetSecretValueCommand({ SecretId: 'none' }));
    await expect(unknown).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a new secret', () => {
  it('has a name of its own, and is read by it', async () => {
    const made = { Name: 'pms/new', SecretString: 'user:password', ClientRequestToken: randomUUID() };
    const first = await client().send(new CreateSecretCommand(made));
    expect(first.ARN).toMatch(/:secret:pms\/new-\w{6}$/);
    expect(await client().send(new CreateSecretCommand(made))).toMatchObject({ ARN: first.ARN });
    const read = await client().send(new GetSecretValueCommand({ SecretId: 'pms/new' }));
    expect(read).toMatchObject({ SecretString: 'user:password', VersionId: first.VersionId });
    const other = client().send(new CreateSecretCommand({ Name: 'pms/new', SecretString: 'other' }));
    await expect(other).rejects.toMatchObject({ name: 'ResourceExistsException' });
  });

  it('needs the right to make it, a name and a text', async () => {
    const make = (input: CreateSecretCommandInput, roleArn?: string) =>
      client(roleArn).send(new CreateSecretCommand(input));
    const refused = make({ Name: 'pms/other', SecretString: 's' }, READER);
    await expect(refused).rejects.toMatchObject({ name: 'AccessDeniedException' });
    for (const wrong of [{ Name: 'a b', SecretString: 's' }, { Name: 'c' }]) {
      await expect(make(wrong)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    }
  });
});

describe('a store in a folder', () => {
  it('has the same secrets again, for its owner only', () => {
    const again = openSecretStore(folder);
    expect(again.ensure({ arn, name: 'pms/key' }, () => 'new')).toEqual(store.find(arn));
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
});

describe('a dynamic reference', () => {
  const local = openSecretStore(null);
  local.ensure({ arn, name: 'pms/key' }, () => '{"key":"k","port":3306}');

  it.each([
    [`secretsmanager:${arn}:SecretString:key::`, 'k'],
    ['secretsmanager:pms/key:SecretString:port', '3306'],
    ['secretsmanager:pms/key', '{"key":"k","port":3306}'],
    [`secretsmanager:${arn}:SecretString::AWSCURRENT:`, '{"key":"k","port":3306}'],
  ])('%s is resolved', (reference, value) => {
    expect(resolveReference(reference, local)).toBe(value);
  });

  it.each([
    ['ssm:/a/b:1', 'of this kind are not resolved locally'],
    ['secretsmanager:none:SecretString:key', 'there is no secret'],
    ['secretsmanager:pms/key:SecretString:none', 'the secret has no none'],
    ['secretsmanager:pms/key:SecretString:key:AWSPREVIOUS', 'there is no secret'],
  ])('%s is refused', (reference, message) => {
    expect(() => resolveReference(reference, local)).toThrow(message);
  });
});
