import fs from 'node:fs';
import { installEngine } from './install.mjs';
import { java } from './java.mjs';
import { mariadb } from './mariadb.mjs';
import { redis } from './redis.mjs';
import { SetupError, say } from '../report.mjs';

/**
 * What the set-up is for: `start` makes do without some engines, `test` needs all.
 * @typedef {'start' | 'test'} Purpose
 */

/**
 * A program that is not on npm.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} what what it is and what for, as a person reads it
 * @property {() => Promise<string | null>} find absolute path of a good one, or null
 * @property {string} [elsewhere] the variable that names a running one instead
 * @property {string[][]} [unpack] sets of apt packages, the best first, to be unpacked for this checkout alone
 * @property {string[]} [apt] package names to install, the best first, where it is not unpacked
 * @property {string} brew formula
 * @property {string} byHand how to install it where this set-up cannot
 * @property {Purpose[]} [optional] for what it may be missing
 * @property {string} [without] what that means, for the warning
 */

/**
 * Absolute path of each program by engine name, and why those that may be missing are.
 * @typedef {{found: Record<string, string>, missing: Record<string, string>}} Engines
 */

/** Another engine is another entry. @type {Engine[]} */
const ENGINES = [java, redis, mariadb];

/**
 * Files are looked at, and for an engine that was missing whether it has come since.
 * @param {Engines} engines as the stamp remembers them @param {Purpose} purpose
 */
export async function rememberedEnginesStand(engines, purpose) {
  for (const engine of ENGINES) {
    if (!isElsewhere(engine) && !(await stands(engine, engines, purpose))) return false;
  }
  return true;
}

/** @param {Engine} engine @param {Engines} engines @param {Purpose} purpose */
async function stands(engine, engines, purpose) {
  if (Object.hasOwn(engines.found, engine.name)) return fs.existsSync(engines.found[engine.name]);
  if (!Object.hasOwn(engines.missing, engine.name) || !isOptional(engine, purpose)) return false;
  return (await engine.find()) === null;
}

/** What each missing engine means. @param {{engines: Engines} | null} stamp */
export function warnings(stamp) {
  const missing = stamp?.engines.missing ?? {};
  return ENGINES.filter((engine) => !isElsewhere(engine) && Object.hasOwn(missing, engine.name)).map(
    (engine) => `without ${engine.what}: ${engine.without}. ${engine.byHand}`,
  );
}

/** @param {Purpose} purpose @returns {Promise<Engines>} @throws {SetupError} naming what to install */
export async function prepareEngines(purpose) {
  /** @type {Engines} */
  const engines = { found: {}, missing: {} };
  for (const engine of ENGINES) {
    if (isElsewhere(engine)) continue;
    const { program, problem } = await prepare(engine);
    if (program) engines.found[engine.name] = program;
    else if (isOptional(engine, purpose)) engines.missing[engine.name] = problem;
    else throw new SetupError(`Keyrack needs ${engine.what}. ${problem}${engine.byHand}`);
  }
  return engines;
}

/** @param {Engine} engine @returns {Promise<{program: string | null, problem: string}>} */
async function prepare(engine) {
  const there = await engine.find();
  if (there) return { program: there, problem: '' };
  say(`missing: ${engine.what}`);
  const problem = await installEngine(engine);
  return { program: await engine.find(), problem: problem ? `${problem} ` : '' };
}

/** @param {Engine} engine */
function isElsewhere({ elsewhere }) {
  return elsewhere !== undefined && Boolean(process.env[elsewhere]);
}

/** @param {Engine} engine @param {Purpose} purpose */
function isOptional({ optional = [] }, purpose) {
  return optional.includes(purpose);
}
