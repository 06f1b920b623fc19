import { randomBytes } from 'node:crypto';

/** `pi_` and 24 letters and digits, as Stripe's ids look. */
export function newId(prefix: string): string {
  const letters = randomBytes(48)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '');
  return `${prefix}_${letters.slice(0, 24)}`;
}
