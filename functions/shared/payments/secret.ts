import { readSecret } from '../readSecret.ts';

/** Name of the secret; its text is JSON with the two keys. */
export const STRIPE_SECRET = 'keyrack/payments/stripe';

export type StripeSecret = { secretKey: string; webhookSecret: string };

/** What the provider knows this service by, and what it signs its webhooks with. @throws when it can't be read or lacks one */
export async function readStripeSecret(): Promise<StripeSecret> {
  const { secretKey, webhookSecret } = parse(await readSecret(STRIPE_SECRET));
  if (typeof secretKey !== 'string' || typeof webhookSecret !== 'string' || !secretKey || !webhookSecret) {
    throw new Error(`The secret ${STRIPE_SECRET} needs secretKey and webhookSecret.`);
  }
  return { secretKey, webhookSecret };
}

function parse(text: string): Partial<Record<keyof StripeSecret, unknown>> {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    // Not the parser's words: they quote what it read.
    throw new Error(`The secret ${STRIPE_SECRET} is no JSON.`);
  }
}
