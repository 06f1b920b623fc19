import fs from 'node:fs';
import path from 'node:path';
import { SetupError, say } from './report.mjs';
import { run, excerpt } from './run.mjs';

const INSTALL_TIMEOUT_MS = 15 * 60_000;

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, link?: boolean}} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by path, as in package-lock.json
 */

/**
 * Does node_modules hold what package-lock.json says? npm's own record of what it installed answers, so that an
 * `npm install` by hand is not done over.
 * @param {string} root
 */
export function packagesAreCurrent(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  return fs.existsSync(record) && samePackages(packagesOf(path.join(root, 'package-lock.json')), packagesOf(record));
}

/** @param {string} file @returns {LockedPackages} */
function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/**
 * Optional packages for other systems are locked but not installed; anything else must agree both ways.
 * @param {LockedPackages} locked @param {LockedPackages} installed
 */
export function samePackages(locked, installed) {
  const same = (/** @type {LockedPackage} */ a, /** @type {LockedPackage} */ b) =>
    a.version === b.version && a.integrity === b.integrity;
  const wanted = Object.entries(locked).filter(([where]) => where !== '');
  return (
    Object.keys(installed).every((where) => Object.hasOwn(locked, where)) &&
    wanted.every(([where, entry]) => (installed[where] ? same(entry, installed[where]) : entry.optional === true))
  );
}

/** @param {string} root @throws {SetupError} with npm's last lines */
export async function installPackages(root) {
  say('installing packages with npm ci (a minute or two)');
  const { code, output } = await run('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: withoutOwnBin(root, process.env.PATH ?? '') },
    timeoutMs: INSTALL_TIMEOUT_MS,
  });
  if (code !== 0) throw new SetupError(`npm ci failed (exit code ${code}).\n${excerpt(output)}`);
}

/**
 * npm puts node_modules/.bin first in the PATH, and `npm ci` deletes the very Node it would run on from there.
 * @param {string} root @param {string} searchPath @returns {string}
 */
export function withoutOwnBin(root, searchPath) {
  const own = path.join(root, 'node_modules') + path.sep;
  return searchPath
    .split(path.delimiter)
    .filter((folder) => !path.resolve(folder).startsWith(own))
    .join(path.delimiter);
}
