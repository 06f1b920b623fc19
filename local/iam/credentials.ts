import { createHash, randomBytes } from 'node:crypto';

/** Temporary credentials of a role, as STS would give them. */
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The id follows from role and session, so that logs of two runs can be compared; secret and token are random.
 * Ids are of AWS's form (`ASIA` and 16 letters or digits); DynamoDB Local refuses any that is not alphanumeric.
 */
export function createCredentials(roleArn: string, sessionName: string): Credentials {
  const digest = createHash('sha256').update(`${roleArn}/${sessionName}`).digest();
  const letters = Array.from(digest.subarray(0, 16), (byte) => LETTERS[byte % 32]).join('');
  return {
    accessKeyId: `ASIA${letters}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
    sessionToken: randomBytes(48).toString('base64url'),
  };
}
