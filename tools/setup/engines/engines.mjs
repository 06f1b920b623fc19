import fs from 'node:fs';
import { installEngine } from './install.mjs';
import { java } from './java.mjs';
import { SetupError, say } from '../report.mjs';

/**
 * A program that is not on npm.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} what what it is and what for, as a person reads it
 * @property {() => Promise<string | null>} find absolute path of a good one, or null
 * @property {string[]} apt package names, the best first: the first that the distribution has is taken
 * @property {string} brew formula
 * @property {string} byHand how to install it where this set-up cannot
 */

/** Another engine is another entry. @type {Engine[]} */
const ENGINES = [java];

/** A look at files only. @param {Record<string, string>} engines as the stamp remembers them */
export function rememberedEnginesStand(engines) {
  return ENGINES.every(({ name }) => Object.hasOwn(engines, name) && fs.existsSync(engines[name]));
}

/** @returns {Promise<Record<string, string>>} absolute path by engine name @throws {SetupError} naming what to install */
export async function prepareEngines() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const engine of ENGINES) found[engine.name] = await prepare(engine);
  return found;
}

/** @param {Engine} engine */
async function prepare(engine) {
  const there = await engine.find();
  if (there) return there;
  say(`missing: ${engine.what}`);
  const problem = await installEngine(engine);
  const installed = await engine.find();
  if (installed) return installed;
  throw new SetupError(`Keyrack needs ${engine.what}. ${problem ? `${problem} ` : ''}${engine.byHand}`);
}
