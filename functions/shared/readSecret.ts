import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createMemory } from './memory.ts';
import { TIMEOUTS } from './timeouts.ts';

const client = new SecretsManagerClient(TIMEOUTS);
const secrets = createMemory<string>({ keptMs: 300_000, most: 1_000 });

/**
 * A secret's text by its name or ARN, kept for five minutes, so that a rotated one is learnt without a new deployment.
 * @throws when it can't be read
 */
export const readSecret = (id: string): Promise<string> => secrets.get(id, () => fetchSecret(id));

/** Has the secret read anew the next time: whoever it was for did not know it. */
export const forgetSecret = (id: string): void => secrets.forget(id);

async function fetchSecret(id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined) throw new Error('The secret has no text.');
  return SecretString;
}
