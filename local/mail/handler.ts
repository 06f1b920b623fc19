import { randomUUID } from 'node:crypto';
import { AwsServiceError } from '../appsync/definition.ts';
import type { MailPlan } from '../cloud/plan/mailPlan.ts';
import type { Answer } from '../endpoint/answer.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { requireAllowed } from '../endpoint/jsonService.ts';
import { restError } from '../endpoint/restError.ts';
import type { ServiceHandler, ServiceRequest } from '../endpoint/server/request.ts';
import type { Principals } from '../iam/principals.ts';
import { addressIn, checkAddress } from './address.ts';
import { compose } from './compose.ts';
import type { Mailbox } from './mailbox.ts';
import { type Email, readEmail } from './readEmail.ts';

type Parts = {
  plan: MailPlan;
  mailbox: Mailbox;
  principals: Principals;
  region: string;
  accountId: string;
  disturb: Endpoint['disturb'];
};

/** SES over REST, version 2: `SendEmail` with simple contents. What it takes lies in the mailbox. */
export function createMailHandler(parts: Parts): ServiceHandler {
  return async (request) => {
    try {
      const { method, path } = request;
      if (method !== 'POST' || path !== '/v2/email/outbound-emails') throw unknown(`${method} ${path}`);
      const email = readEmail(request.body);
      authorize(email, request, parts);
      return await parts.disturb('SendEmail', { ...email }, () => take(email, parts));
    } catch (error) {
      if (!(error instanceof AwsServiceError)) throw error;
      return restError(error);
    }
  };
}

/** The sender's identity is asked about, and the configuration set if one is named. */
function authorize(email: Email, { principal }: ServiceRequest, { plan, principals, region, accountId }: Parts): void {
  const of = (type: string, name: string): string => `arn:aws:ses:${region}:${accountId}:${type}/${name}`;
  const address = addressIn(email.FromEmailAddress);
  const resources = [of('identity', identityOf(address, plan) ?? address)];
  const set = email.ConfigurationSetName;
  if (set !== undefined) resources.push(of('configuration-set', set));
  for (const resource of resources) requireAllowed(principals, principal, 'ses:SendEmail', resource, { status: 403 });
}

async function take(email: Email, parts: Parts): Promise<Answer> {
  check(email, parts);
  // As SES's own, an id begins with the time: files lie in the order of their mails.
  const at = new Date();
  const id = `${at.getTime().toString(16).padStart(16, '0')}-${randomUUID()}-000000`;
  await parts.mailbox.keep(id, await compose(email, { id, at }));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ MessageId: id }) };
}

/** @throws {AwsServiceError} what SES would refuse it with */
function check(email: Email, { plan, region }: Parts): void {
  const { FromEmailAddress: from, Destination, ReplyToAddresses, ConfigurationSetName: set } = email;
  for (const address of [from, ...Destination.ToAddresses, ...ReplyToAddresses]) checkAddress(address);
  if (set !== undefined && !plan.configurationSets.includes(set))
    throw new AwsServiceError('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
  if (identityOf(addressIn(from), plan) !== undefined) return;
  const failed = `The following identities failed the check in region ${region.toUpperCase()}: ${from}`;
  throw new AwsServiceError('MessageRejected', `Email address is not verified. ${failed}`, 400);
}

/** The identity that a sender belongs to: its own address, or its domain. */
function identityOf(address: string, { identities }: MailPlan): string | undefined {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  return (
    identities.find((identity) => identity.toLowerCase() === lower) ??
    identities.find((identity) => identity.toLowerCase() === domain)
  );
}

const unknown = (what: string): AwsServiceError =>
  new AwsServiceError('UnknownOperationException', `Of SES the local cloud serves SendEmail only, not ${what}.`, 404);
