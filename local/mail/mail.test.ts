import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendEmailCommand, type SendEmailCommandInput, SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from '../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../iam/administrator.ts';
import { createPrincipals } from '../iam/principals.ts';
import { createMailHandler } from './handler.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { mailboxRoute } from './page/route.ts';

const place = { accountId: '000000000000', region: 'us-west-2' };
const arn = (resource: string) => `arn:aws:ses:us-west-2:000000000000:${resource}`;
const [SENDER, HALF] = ['Sender', 'Half'].map((name) => `arn:aws:iam::000000000000:role/${name}`);
const plan = { identities: ['keyrack.example', 'one@other.example'], configurationSets: ['guests'] };
const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
const principals = createPrincipals(place);
let endpoint: Endpoint;
let mailbox: Mailbox;

beforeAll(async () => {
  const allow = (...Resource: string[]) => [{ Statement: [{ Effect: 'Allow', Action: 'ses:SendEmail', Resource }] }];
  principals.register(SENDER, allow(arn('identity/keyrack.example'), arn('configuration-set/guests')));
  principals.register(HALF, allow(arn('identity/keyrack.example')));
  mailbox = await openMailbox(folder);
  endpoint = await startEndpoint({ ...place, dynamodbUrl: 'http://127.0.0.1:9', principals, log: () => {} });
  const { disturb } = endpoint;
  endpoint.serve('ses', createMailHandler({ plan, mailbox, principals, ...place, disturb }));
});
afterEach(() => endpoint.faults.clear());
afterAll(async () => {
  await endpoint.stop();
  rmSync(folder, { recursive: true });
});

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

function send(more: Partial<SendEmailCommandInput> = {}, roleArn?: string) {
  const credentials = roleArn === undefined ? LOCAL_ADMINISTRATOR : principals.assume(roleArn, 'test');
  const client = new SESv2Client({ endpoint: endpoint.url, region: place.region, credentials, maxAttempts: 1 });
  const Body = { Html: utf8('<p>Olá & até já</p>'), Text: utf8('Olá, até já') };
  return client.send(
    new SendEmailCommand({
      FromEmailAddress: '"Hotel" <reservations@keyrack.example>',
      Destination: { ToAddresses: ['ada@guests.example'] },
      Content: { Simple: { Subject: utf8('Reserva à porta'), Body, Headers: [{ Name: 'X-Test', Value: 'yes' }] } },
      ConfigurationSetName: 'guests',
      EmailTags: [{ Name: 'kind', Value: 'CHANGE' }],
      ...more,
    }),
  );
}

describe('a mail', () => {
  it('lies in the mailbox as a message that mail programs read', async () => {
    const { MessageId: id = '' } = await send({}, SENDER);
    const file = join(folder, `${id}.eml`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const eml = readFileSync(file, 'utf8');
    expect(eml).toMatch(/^From: "?Hotel"? <reservations@keyrack\.example>\r\n/m);
    expect(eml).toMatch(/^X-Test: yes\r\n/m);
    expect(eml).toContain('Content-Type: multipart/alternative');
    const [newest] = mailbox.list({ to: 'ada@guests.example' });
    expect(newest).toMatchObject({ id, subject: 'Reserva à porta', from: 'Hotel <reservations@keyrack.example>' });
    expect(mailbox.list({ to: 'eve@guests.example' })).toEqual([]);
  });

  it('is there again after a restart, in the same order', async () => {
    await send();
    const again = await openMailbox(folder);
    expect(again.list({ to: null })).toEqual(mailbox.list({ to: null }));
    expect(again.list({ to: null })).toHaveLength(readdirSync(folder).length);
    expect(await again.read('../secrets')).toBeNull();
  });
});

describe('the mail service refuses', () => {
  it.each([
    [
      'another domain',
      { FromEmailAddress: 'a@elsewhere.example' },
      'MessageRejected',
      'US-WEST-2: a@elsewhere.example',
    ],
    ['a neighbour of an address', { FromEmailAddress: 'two@other.example' }, 'MessageRejected', 'not verified'],
    ['a set that is not there', { ConfigurationSetName: 'none' }, 'NotFoundException', '<none> does not exist'],
    ...[
      ['a..b@guests.example', 'Local address contains dot-dot'],
      ['jösé@guests.example', 'Local address contains illegal character'],
      ['a b@guests.example', 'Local address contains control or whitespace'],
      ['guests.example', "Missing final '@domain'"],
    ].map(([to, words]) => [to, { Destination: { ToAddresses: [to] } }, 'BadRequestException', words] as const),
    ['no recipient', { Destination: {} }, 'BadRequestException', 'Destination.ToAddresses'],
    ['raw contents', { Content: { Raw: { Data: Buffer.from('x') } } }, 'BadRequestException', 'Content'],
  ] as [string, Partial<SendEmailCommandInput>, string, string][])('%s', async (_, more, name, words) => {
    await expect(send(more)).rejects.toMatchObject({ name, message: expect.stringContaining(words) });
  });

  it('who may not send as that identity, or with that set', async () => {
    const denied = (resource: string) => ({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`ses:SendEmail on resource: ${arn(resource)}`),
    });
    await expect(send({}, HALF)).rejects.toMatchObject(denied('configuration-set/guests'));
    const other = { FromEmailAddress: 'one@other.example' };
    await expect(send(other, SENDER)).rejects.toMatchObject(denied('identity/one@other.example'));
    expect((await send(other)).MessageId).toBeTruthy();
  });
});

it('faults befall it: too many at once, and answers that are lost after the mail was taken', async () => {
  const inject = (kind: 'throttle' | 'timeoutAfter') =>
    endpoint.faults.set({ seed: 1, rules: [{ kind, operations: ['SendEmail'], rate: 1 }] });
  const count = () => mailbox.list({ to: null }).length;
  const before = count();
  inject('throttle');
  await expect(send()).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  expect(count()).toBe(before);
  inject('timeoutAfter');
  await expect(send()).rejects.toThrow();
  expect(count()).toBe(before + 1);
});

describe('the page', () => {
  let url: string;
  const server = createServer((request, response) => mailboxRoute(mailbox)(request, response));
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mailbox`;
  });
  afterAll(() => server.close());
  const get = async (query: string, accept = 'text/html') => {
    const response = await fetch(url + query, { headers: { accept } });
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      text: await response.text(),
    };
  };

  it('lists mails and shows one, in a frame that runs and loads nothing', async () => {
    const Body = { Html: utf8('<script>alert(1)</script><img src="http://evil.example/x">'), Text: utf8('<i>') };
    const Content = { Simple: { Subject: utf8('<b>bold</b>'), Body } };
    const { MessageId: id } = await send({ Content });
    const list = await get('');
    expect(list.text).toContain(`<a href="?id=${id}">&lt;b&gt;bold&lt;/b&gt;</a>`);
    const one = await get(`?id=${id}`);
    expect(one.text).toContain('<iframe sandbox title="HTML part" srcdoc="&lt;script&gt;');
    expect(one.text).not.toMatch(/<script|<img|<b>|<i>/);
    expect(one.policy).toContain("default-src 'none'");
    expect((await get(`?id=${id}`, 'message/rfc822')).text).toBe(await mailbox.read(id!));
    expect(JSON.parse((await get('?to=ada@guests.example', 'application/json')).text)[0]).toMatchObject({ id });
    expect(await get('?id=none')).toMatchObject({ status: 404 });
  });
});

it('in memory the newest are kept', async () => {
  const memory = await openMailbox(null);
  const eml = (await mailbox.read(mailbox.list({ to: null })[0].id))!;
  for (let at = 0; at < 5_002; at++) await memory.keep(`${at}`, eml);
  const kept = memory.list({ to: null });
  expect([kept.length, kept[0].id, kept.at(-1)!.id]).toEqual([5_000, '5001', '2']);
  expect(await memory.read('1')).toBeNull();
});
