import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What other programs need to know of the running system, as `.local/endpoints.json` says it. */
export type Endpoints = {
  graphqlUrl: string;
  realtimeUrl: string;
  graphiqlUrl: string;
  /** Of the mails that guests were sent. */
  mailboxUrl: string;
  /** Of AWS services. */
  endpointUrl: string;
  /** Of the PMS simulator. */
  pmsUrl: string;
  /** Of the payments simulator; a guest pays at `/pay?client_secret=` below it. */
  paymentsUrl: string;
  /** Addresses of functions that have one, by their names in the manifest. */
  functionUrls: Record<string, string>;
  apiKey: string;
  region: string;
  /** Names that the local cloud gives functions, by their names in the manifest. */
  functions: Record<string, string>;
  users: { name: string; role: string; propertyIds?: string[]; idToken: string }[];
};

/** Writes the file in one step: whoever reads it finds all of it or none. */
export function writeEndpoints(path: string, endpoints: Endpoints): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  // It holds tokens: for this user's eyes only.
  writeFileSync(fresh, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
}

/** Removes the file, unless another system has written its own there in the meantime. */
export function removeEndpoints(path: string, { graphqlUrl }: Endpoints): void {
  if (readEndpoints(path)?.graphqlUrl === graphqlUrl) rmSync(path, { force: true });
}

/** Null when no system has written there, or the one that had has ended in order. */
export function readEndpoints(path: string): Endpoints | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Endpoints;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
