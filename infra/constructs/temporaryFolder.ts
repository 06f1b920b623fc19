import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let root: string | undefined;

/** All of them lie in one folder, which is removed when the process ends. */
function rootFolder(): string {
  if (root) return root;
  const folder = mkdtempSync(path.join(tmpdir(), 'keyrack-synth-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  root = folder;
  return folder;
}

/** A new folder for bundles on their way into the cloud assembly. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(rootFolder(), 'bundle-'));
}
