import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over names and contents of files and folders, hex. Those that are missing count as missing.
 * @param paths relative to `root`
 */
export function contentHash(root: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(root, path, hash);
  return hash.digest('hex');
}

function addPath(root: string, path: string, hash: Hash): void {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) {
    hash.update(`missing ${path}\n`);
  } else if (stats.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) {
      if (name !== 'node_modules' && name !== 'cdk.out') addPath(root, join(path, name), hash);
    }
  } else {
    const content = readFileSync(join(root, path));
    hash.update(`file ${path} ${content.length}\n`).update(content);
  }
}
