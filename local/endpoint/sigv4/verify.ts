import { createHash, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { SignedRequest } from '../../appsync/definition.ts';
import type { Principal } from '../../iam/principals.ts';
import { parseAuthorization, type SigV4Authorization } from './authorization.ts';
import { Sha256 } from '../../../functions/shared/api/sha256.ts';

/** AWS allows a request's date to be this far from its own clock. */
const CLOCK_SKEW_MS = 5 * 60_000;

export type VerifySettings = {
  byAccessKey(accessKeyId: string): Principal | undefined;
  region: string;
  /** The service a signature must be for, e.g. `appsync`. */
  service: string;
  now?(): number;
};

/** A body need not be text. */
type SignedBytes = Omit<SignedRequest, 'body'> & { body: string | Uint8Array };

/**
 * Who signed a request; null when it is not signed, not by a known key, for another service or Region, too old, or when
 * body, path, query or a signed header is not what was signed. The signature is made again from what arrived and compared.
 */
export async function verifySignature(request: SignedBytes, settings: VerifySettings): Promise<Principal | null> {
  const headers = lowerCased(request.headers);
  const authorization = parseAuthorization(headers.authorization);
  if (authorization === null) return null;
  const { region, service, now = Date.now } = settings;
  const principal = settings.byAccessKey(authorization.accessKeyId);
  const date = signingDate(headers['x-amz-date'] ?? '');
  if (principal === undefined || authorization.region !== region || authorization.service !== service) return null;
  if (date === null || Math.abs(now() - date.getTime()) > CLOCK_SKEW_MS) return null;
  if (principal.sessionToken !== null && headers['x-amz-security-token'] !== principal.sessionToken) return null;
  if (!bodyIsSigned(request.body, headers, authorization)) return null;
  const expected = await sign(request, headers, authorization, principal, date);
  return same(expected, authorization.signature) ? principal : null;
}

/** The signer believes `x-amz-content-sha256` without looking at the body, and AWS wants `host` signed. */
function bodyIsSigned(
  body: SignedBytes['body'],
  headers: Record<string, string>,
  { signedHeaders }: SigV4Authorization,
): boolean {
  const claimed = headers['x-amz-content-sha256'];
  if (claimed !== undefined && claimed !== createHash('sha256').update(body).digest('hex')) return false;
  return signedHeaders.includes('host');
}

async function sign(
  request: SignedBytes,
  headers: Record<string, string>,
  authorization: SigV4Authorization,
  principal: Principal,
  date: Date,
): Promise<string> {
  const { signedHeaders, region, service } = authorization;
  const signer = new SignatureV4({
    service,
    region,
    credentials: { accessKeyId: principal.accessKeyId, secretAccessKey: principal.secretAccessKey },
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'https:',
      hostname: headers.host ?? '',
      path: request.path,
      query: queryOf(request.query),
      // `x-amz-date` is added by the signer; a caller that did not sign it gets another signature, and so is refused.
      headers: Object.fromEntries(signedHeaders.map((name) => [name, headers[name] ?? ''])),
      body: request.body,
    },
    { signingDate: date, signableHeaders: new Set(signedHeaders) },
  );
  return parseAuthorization(signed.headers.authorization)?.signature ?? '';
}

/** `20261120T101500Z` */
function signingDate(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function queryOf(query: string): Record<string, string | string[]> {
  const parsed: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (parsed[name] ??= []).push(value);
  return parsed;
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function same(expected: string, actual: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(actual)];
  return left.length === right.length && timingSafeEqual(left, right);
}
