import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What other programs need to know of the running system, as `.local/endpoints.json` says it. */
export type Endpoints = {
  graphqlUrl: string;
  realtimeUrl: string;
  graphiqlUrl: string;
  endpointUrl: string;
  apiKey: string;
  region: string;
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
  const written = readIfThere(path);
  if (written !== null && (JSON.parse(written) as Endpoints).graphqlUrl === graphqlUrl) rmSync(path, { force: true });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
