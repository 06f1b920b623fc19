import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserPoolError } from './userPoolError.ts';

const PoolState = z.object({
  /** Part of the issuer, and so of every token. */
  port: z.int().min(1).max(65_535),
  /** The private signing key as a JWK. */
  key: z.looseObject({ kid: z.string(), alg: z.string(), kty: z.string() }),
});

/** What tokens need to hold after a restart. */
export type PoolState = z.infer<typeof PoolState>;

const FILE = 'userpool.json';

/** Null when nothing was kept. @throws {UserPoolError} when what was kept cannot be read */
export async function loadPoolState(folder: string): Promise<PoolState | null> {
  const file = path.join(folder, FILE);
  try {
    return PoolState.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserPoolError(`${file} cannot be read. Remove it: users then have to sign in again. (${String(error)})`);
  }
}

/** Whole or not at all; for the owner's eyes only, since who has the key can sign in as anybody. */
export async function savePoolState(folder: string, state: PoolState): Promise<void> {
  const file = path.join(folder, FILE);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
