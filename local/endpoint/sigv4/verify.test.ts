import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import type { SignedRequest } from '../../appsync/definition.ts';
import { createPrincipals } from '../../iam/principals.ts';
import { createIamCaller } from './iamCaller.ts';
import { Sha256 } from '../../../functions/shared/api/sha256.ts';
import { verifySignature } from './verify.ts';

const REGION = 'eu-west-1';
const ROLE = 'arn:aws:iam::111122223333:role/Publisher';
const FIELD = 'arn:aws:appsync:eu-west-1:111122223333:apis/abc/types/Mutation/fields/publish';

const principals = createPrincipals({ region: REGION, accountId: '111122223333' });
principals.register(ROLE, [{ Statement: { Effect: 'Allow', Action: 'appsync:GraphQL', Resource: FIELD } }]);
const credentials = principals.assume(ROLE, 'updater');
const settings = { byAccessKey: principals.byAccessKey, region: REGION, service: 'appsync' };

async function signed(
  options: { service?: string; region?: string; date?: Date; secret?: string; checksum?: boolean } = {},
): Promise<SignedRequest> {
  const {
    service = 'appsync',
    region = REGION,
    date = new Date(),
    secret = credentials.secretAccessKey,
    checksum = true,
  } = options;
  const signer = new SignatureV4({
    service,
    region,
    credentials: { ...credentials, secretAccessKey: secret },
    sha256: Sha256,
    applyChecksum: checksum,
  });
  const body = '{"query":"mutation { publish }"}';
  const request = {
    method: 'POST',
    protocol: 'https:',
    hostname: 'api.local',
    path: '/graphql',
    query: { a: 'b c', d: '' },
  };
  const headers = { host: 'api.local', 'content-type': 'application/json' };
  const { headers: withSignature } = await signer.sign({ ...request, headers, body }, { signingDate: date });
  return { method: 'POST', path: '/graphql', query: 'a=b%20c&d=', headers: withSignature, body };
}

describe('a signature', () => {
  test('that is good names its signer, whatever the case of the headers', async () => {
    const request = await signed();
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect((await verifySignature(request, settings))?.roleArn).toBe(ROLE);
    expect((await verifySignature({ ...request, headers }, settings))?.roleArn).toBe(ROLE);
    expect((await verifySignature(await signed({ checksum: false }), settings))?.roleArn).toBe(ROLE);
  });

  test.each<[string, (request: SignedRequest) => SignedRequest]>([
    ['the body', (request) => ({ ...request, body: `${request.body} ` })],
    ['the path', (request) => ({ ...request, path: '/graphql/connect' })],
    ['the query', (request) => ({ ...request, query: 'a=b' })],
    ['the method', (request) => ({ ...request, method: 'GET' })],
    ['a signed header', (request) => ({ ...request, headers: { ...request.headers, 'content-type': 'text/plain' } })],
    ['the date', (request) => ({ ...request, headers: { ...request.headers, 'x-amz-date': '20200101T000000Z' } })],
    ['the token', (request) => ({ ...request, headers: { ...request.headers, 'x-amz-security-token': 'other' } })],
  ])('does not survive a change of %s', async (_, change) => {
    for (const checksum of [true, false]) {
      expect(await verifySignature(change(await signed({ checksum })), settings)).toBeNull();
    }
  });

  test.each<[string, Parameters<typeof signed>[0]]>([
    ['another secret', { secret: 'guessed' }],
    ['another service', { service: 'dynamodb' }],
    ['another region', { region: 'us-east-1' }],
    ['six minutes ago', { date: new Date(Date.now() - 6 * 60_000) }],
  ])('by %s is not good', async (_, options) => {
    expect(await verifySignature(await signed(options), settings)).toBeNull();
  });

  test('by an unknown key, or none at all, is not good', async () => {
    const request = await signed();
    const authorization = (request.headers.authorization ?? '').replace(credentials.accessKeyId, 'ASIANOBODY');
    expect(await verifySignature({ ...request, headers: { ...request.headers, authorization } }, settings)).toBeNull();
    expect(await verifySignature({ ...request, headers: {} }, settings)).toBeNull();
  });

  /** Signature Version 4's own worked example (AWS General Reference, "Create a signed request": IAM ListUsers). */
  test("agrees with AWS's published example", async () => {
    const accessKeyId = 'AKIDEXAMPLE';
    const principal = {
      roleArn: 'r',
      accountId: '1',
      userArn: 'u',
      accessKeyId,
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      sessionToken: null,
    };
    const request: SignedRequest = {
      method: 'GET',
      path: '/',
      query: 'Action=ListUsers&Version=2010-05-08',
      headers: {
        host: 'iam.amazonaws.com',
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-amz-date': '20150830T123600Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7`,
      },
      body: '',
    };
    const verified = await verifySignature(request, {
      byAccessKey: (id) => (id === accessKeyId ? principal : undefined),
      region: 'us-east-1',
      service: 'iam',
      now: () => Date.UTC(2015, 7, 30, 12, 36),
    });
    expect(verified).toBe(principal);
  });
});

test('the caller of an API may what its policies say', async () => {
  const caller = await createIamCaller({ principals, region: REGION, accountId: '111122223333' })(await signed());
  expect(caller).toMatchObject({
    accountId: '111122223333',
    userArn: 'arn:aws:sts::111122223333:assumed-role/Publisher/updater',
  });
  expect(caller?.username).toBe(`${credentials.accessKeyId}:updater`);
  expect(caller?.allows('appsync:GraphQL', FIELD)).toBe(true);
  expect(caller?.allows('appsync:GraphQL', FIELD.replace('publish', 'other'))).toBe(false);
});
