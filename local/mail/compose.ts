import MailComposer from 'nodemailer/lib/mail-composer';
import type { Email } from './readEmail.ts';

/**
 * The message as it would travel (RFC 5322), with SES's own headers.
 * @param sent its id, and when it was sent
 */
export async function compose(email: Email, { id, at }: { id: string; at: Date }): Promise<string> {
  const { Subject, Body, Headers } = email.Content.Simple;
  const message = new MailComposer({
    from: email.FromEmailAddress,
    to: email.Destination.ToAddresses,
    replyTo: email.ReplyToAddresses,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    date: at,
    messageId: `<${id}@email.local>`,
    headers: [
      ...Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
      ...email.EmailTags.map(({ Name, Value }) => ({ key: 'X-SES-MESSAGE-TAGS', value: `${Name}=${Value}` })),
    ],
    // Neither may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await message.compile().build()).toString('utf8');
}
