import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupError, say } from './report.mjs';

/**
 * @typedef {{token: string, pid: number}} Holder
 * @typedef {{waitMs?: number, pollMs?: number, staleMs?: number}} LockOptions
 */

/**
 * Runs `work` while holding a lock file, so that two set-ups in one checkout don't tear down each other's packages.
 * A lock is stale when its process is gone, or when it stopped touching the file for `staleMs` (its pid may have been
 * given to another process since).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {LockOptions} [options]
 * @returns {Promise<T>}
 * @throws {SetupError} when another holder does not finish within `waitMs`
 */
export async function withLock(file, work, options = {}) {
  const { staleMs = 60_000 } = options;
  const holder = { token: randomUUID(), pid: process.pid };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await acquire(file, holder, options);
  const heartbeat = setInterval(() => touch(file), staleMs / 6);
  const release = () => releaseLock(file, holder);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file @param {Holder} holder @param {LockOptions} options */
async function acquire(file, holder, { waitMs = 20 * 60_000, pollMs = 200, staleMs = 60_000 }) {
  const giveUpAt = Date.now() + waitMs;
  let announced = false;
  while (!create(file, holder)) {
    const other = read(file);
    if (other && isStale(file, other, staleMs)) {
      removeIfOf(file, other);
      continue;
    }
    if (Date.now() > giveUpAt) throw new SetupError(busy(file, other));
    if (!announced) say(`waiting for another set-up of this checkout (process ${other?.pid ?? 'unknown'})`);
    announced = true;
    await delay(pollMs);
  }
}

/** @param {string} file @param {Holder | null} other */
function busy(file, other) {
  return `another set-up (process ${other?.pid ?? 'unknown'}) does not finish. End it, or delete ${file}, and try again.`;
}

/** Written aside and linked: the lock appears whole or not at all. @param {string} file @param {Holder} holder */
function create(file, holder) {
  const aside = `${file}.${holder.token}`;
  fs.writeFileSync(aside, JSON.stringify(holder));
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.unlinkSync(aside);
  }
}

/** @param {string} file @returns {Holder | null} null when the lock has just gone */
function read(file) {
  return unlessGone(() => JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** @param {string} file */
function touch(file) {
  unlessGone(() => fs.utimesSync(file, new Date(), new Date()));
}

/** @param {string} file @param {Holder} other @param {number} staleMs */
function isStale(file, other, staleMs) {
  const stat = unlessGone(() => fs.statSync(file));
  return stat !== null && (!isAlive(other.pid) || Date.now() - stat.mtimeMs > staleMs);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes the stale lock of `other` away. Two waiters may try at once: moved aside first, so that only one gets it; and
 * what turns out to be a newer holder's lock is put back.
 * @param {string} file @param {Holder} other
 */
function removeIfOf(file, other) {
  const aside = `${file}.${randomUUID()}`;
  if (unlessGone(() => fs.renameSync(file, aside) ?? true) === null) return;
  const found = read(aside);
  if (found?.token !== other.token) fs.linkSync(aside, file);
  fs.unlinkSync(aside);
}

/** @param {string} file @param {Holder} holder */
function releaseLock(file, holder) {
  if (read(file)?.token === holder.token) fs.unlinkSync(file);
}

/** @template T @param {() => T} action @returns {T | null} null when the file is not there (any more) */
function unlessGone(action) {
  try {
    return action();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}
