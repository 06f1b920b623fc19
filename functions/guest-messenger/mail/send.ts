import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { encodeWords } from 'nodemailer/lib/mime-funcs';
import type { Message } from '../../../core/messages/messageOf.ts';
import { TIMEOUTS } from '../../shared/timeouts.ts';
import { config } from '../config.ts';
import type { Mail } from './render.ts';
import { sendError } from './sendError.ts';

/** A repeat after a lost answer would be a second mail: when to try again is the claim's matter. */
const client = new SESv2Client({ ...TIMEOUTS, maxAttempts: 1 });

/**
 * Has a mail sent to the guest.
 * @returns what the mail service calls it
 * @throws {RefusedError} when it will never be taken; see {@link sendError}
 * @throws when it was not taken now. No error repeats the service's words: they may name the guest's address.
 */
export async function send(mail: Mail, { kind, booking }: Message): Promise<string> {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const command = new SendEmailCommand({
    FromEmailAddress: `${sender(mail.sender)} <${config.from}>`,
    Destination: { ToAddresses: [booking.guest.email] },
    Content: {
      Simple: {
        Subject: utf8(mail.subject),
        Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
        Headers: [
          { Name: 'Content-Language', Value: mail.language },
          // Source: RFC 3834, 5: no out-of-office replies.
          { Name: 'Auto-Submitted', Value: 'auto-generated' },
        ],
      },
    },
    ConfigurationSetName: config.configurationSet,
    EmailTags: [
      { Name: 'kind', Value: kind },
      { Name: 'booking', Value: booking.id },
      { Name: 'version', Value: String(booking.version) },
    ],
  });
  try {
    const { MessageId = '' } = await client.send(command);
    return MessageId;
  } catch (error) {
    throw sendError(error);
  }
}

/** The hotel's name before the address. Source: SES API v2 reference, `FromEmailAddress`: other than ASCII as RFC 2047 has it. */
function sender(hotel: string): string {
  const name = hotel.replaceAll(/["\\]/g, "'");
  return /^[\x20-\x7e]*$/.test(name) ? `"${name}"` : encodeWords(name, 'Q', 52, true);
}
