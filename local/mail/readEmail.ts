import { z } from 'zod';
import { bad } from './address.ts';

const content = z.strictObject({ Data: z.string(), Charset: z.literal('UTF-8').default('UTF-8') });
const header = z.strictObject({
  Name: z.string().regex(/^[\x21-\x39\x3b-\x7e]{1,126}$/),
  Value: z.string().regex(/^[\x20-\x7e]{1,870}$/),
});
const tag = z.strictObject({ Name: z.string().regex(/^[\w-]{1,255}$/), Value: z.string().regex(/^[\w-]{1,255}$/) });

/** What SendEmail takes here, of its API v2 reference. */
const request = z.strictObject({
  FromEmailAddress: z.string().min(1),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()).min(1).max(50) }),
  ReplyToAddresses: z.array(z.string()).default([]),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Html: content.optional(), Text: content.optional() }),
      Headers: z.array(header).max(15).default([]),
    }),
  }),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(tag).max(50).default([]),
});

/** A mail that somebody wants sent. */
export type Email = z.output<typeof request>;

/** @throws {AwsServiceError} BadRequestException naming what is missing, wrong or not known here */
export function readEmail(body: string): Email {
  const read = request.safeParse(parse(body));
  if (read.success) return read.data;
  throw bad(read.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; '));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw bad('The body is no JSON.');
  }
}
