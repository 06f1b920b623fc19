import { SESv2ServiceException } from '@aws-sdk/client-sesv2';

/** The mail service will not take this mail, however often it is asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Source: Amazon SES API v2 reference, SendEmail, "Errors". What else fails is the account's or the network's fault, and passes. */
const REFUSALS = ['MessageRejected', 'BadRequestException'];
/**
 * What a mail is rejected with, too, while the sender's domain is not, or no longer, proven to be the account's, or the
 * account is in the sandbox: no mail's fault either. Source: Amazon SES developer guide, "Amazon SES email sending errors".
 */
const UNVERIFIED = 'Email address is not verified';

/** What a call of the mail service failed with, by its name alone: the service's words may name the guest's address. */
export function sendError(error: unknown): Error {
  const name = error instanceof Error ? error.name : 'unknown';
  if (!(error instanceof SESv2ServiceException)) return new Error(`The mail service did not answer (${name}).`);
  if (REFUSALS.includes(name) && !error.message.includes(UNVERIFIED))
    return new RefusedError(`The mail service refused the message or its address (${name}).`);
  return new Error(`The mail service did not take the message just now (${name}).`);
}
