import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { TIMEOUTS } from './timeouts.ts';

const KEPT_MS = 300_000;

const client = new SecretsManagerClient(TIMEOUTS);
const kept = new Map<string, { value: Promise<string>; until: number }>();

/**
 * A secret's text by its name or ARN, kept for five minutes, so that a rotated one is learnt without a new deployment.
 * @throws when it can't be read
 */
export function readSecret(id: string, now = Date.now()): Promise<string> {
  const known = kept.get(id);
  if (known && known.until > now) return known.value;
  const value = fetchSecret(id);
  kept.set(id, { value, until: now + KEPT_MS });
  value.catch(() => kept.delete(id));
  return value;
}

/** Has the secret read anew the next time: whoever it was for did not know it. */
export function forgetSecret(id: string): void {
  kept.delete(id);
}

async function fetchSecret(id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined) throw new Error('The secret has no text.');
  return SecretString;
}
