import type { Mail } from './mailSink.ts';

export type Mailbox = { take(mail: Mail): void; mails(): Mail[] };

const KEPT = 100;

/** Prints e-mails that nobody delivers, and keeps the last ones. */
export function createMailbox(log: (line: string) => void): Mailbox {
  const mails: Mail[] = [];
  return {
    take: (mail) => {
      mails.push(mail);
      if (mails.length > KEPT) mails.shift();
      log(`e-mail to ${mail.to}, not sent: ${mail.subject}: ${mail.message.replaceAll(/\s+/g, ' ')}`);
    },
    mails: () => [...mails],
  };
}
