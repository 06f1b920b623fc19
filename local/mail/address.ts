import { AwsServiceError } from '../appsync/definition.ts';

/** The address in `Name <address>`, or what is all of it. */
export function addressIn(text: string): string {
  return /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim();
}

const WHITESPACE_OR_CONTROL = /[\s\p{Cc}]/u;

/**
 * Refuses an address as SES does, in its words.
 * Source: words that users of SES report; SES API v2 reference, `Destination`: the local part is 7-bit ASCII.
 * @throws {AwsServiceError} BadRequestException
 */
export function checkAddress(text: string): void {
  const address = addressIn(text);
  const at = address.lastIndexOf('@');
  if (at < 0) throw bad("Missing final '@domain'");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local === '') throw bad('Missing local name');
  if (domain === '') throw bad('Missing domain');
  checkPart('Local address', local);
  checkPart('Domain', domain);
  if (!/^[\x20-\x7e]*$/.test(local)) throw bad('Local address contains illegal character');
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) throw bad('Domain contains illegal character');
}

function checkPart(name: string, part: string): void {
  if (WHITESPACE_OR_CONTROL.test(part)) throw bad(`${name} contains control or whitespace`);
  if (part.startsWith('.')) throw bad(`${name} starts with dot`);
  if (part.endsWith('.')) throw bad(`${name} ends with dot`);
  if (part.includes('..')) throw bad(`${name} contains dot-dot`);
}

export const bad = (message: string): AwsServiceError => new AwsServiceError('BadRequestException', message, 400);
