import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KEEP = 6;
const HOUR_MS = 3_600_000;

/** Removes all but the assemblies used last. Those of the last hour stay in any case: their functions may be running. */
export function pruneAssemblies(cache: string): void {
  const folders = readdirSync(cache)
    .map((name) => ({
      path: join(cache, name),
      used: statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.used - a.used);
  for (const { path, used } of folders.slice(KEEP)) {
    if (Date.now() - used > HOUR_MS) rmSync(path, { recursive: true, force: true });
  }
}
