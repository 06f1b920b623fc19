import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What the last complete set-up left. It lies in node_modules, so that it goes when they go.
 * @typedef {{lockfile: string, engines: import('./engines/engines.mjs').Engines}} Stamp
 */

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'node_modules', '.keyrack-setup.json');
}

/** @param {string} root @returns {string} hash of package-lock.json */
export function lockfileHash(root) {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} root @returns {Stamp | null} null when there is none, or a broken one */
export function readStamp(root) {
  const file = stampFile(root);
  if (!fs.existsSync(file)) return null;
  try {
    const stamp = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof stamp?.lockfile === 'string' && stamp.engines?.found && stamp.engines.missing ? stamp : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Written aside and renamed: a reader never sees half of it. @param {string} root @param {Stamp} stamp */
export function writeStamp(root, stamp) {
  const file = stampFile(root);
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, `${JSON.stringify(stamp, null, 2)}\n`);
  fs.renameSync(aside, file);
}
