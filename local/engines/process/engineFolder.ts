import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder that an engine works in: the given one, made when missing, or one of its own that `remove` takes away.
 * @param dataFolder null for a folder that does not outlive the engine
 */
export function engineFolder(name: string, dataFolder: string | null): { folder: string; remove(): void } {
  if (dataFolder === null) {
    const folder = mkdtempSync(join(tmpdir(), `keyrack-${name}-`));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true });
  return { folder, remove: () => {} };
}
