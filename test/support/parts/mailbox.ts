import type { Email } from 'postal-mime';
import type { Summary } from '../../../local/mail/mailbox.ts';
import { cloud } from '../cloud/cloud.ts';
import { until } from '../until.ts';

const BOX = new URL('/mailbox', cloud.graphqlUrl);

async function read<T>(query: Record<string, string>): Promise<T> {
  const url = new URL(`?${new URLSearchParams(query)}`, BOX);
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** Mails to an address, oldest first. */
export async function mailsTo(address: string): Promise<Email[]> {
  const summaries = await read<Summary[]>({ to: address });
  return Promise.all(summaries.reverse().map(({ id }) => read<Email>({ id })));
}

/** The same, once there are so many. */
export const mailsWhen = (count: number, address: string): Promise<Email[]> =>
  until(`mail ${count} to ${address}`, async () => {
    const mails = await mailsTo(address);
    return mails.length >= count && mails;
  });
