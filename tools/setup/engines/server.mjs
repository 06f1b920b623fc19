import { findProgram } from './places.mjs';
import { run } from '../run.mjs';

/**
 * Looks for a server whose version is new enough.
 * @param {string} engine @param {{names: string[], needs?: string[], version: RegExp, least: [number, number]}} wanted
 *   `names`: of the program, the best first; `needs`: programs that must be there too; `version`: finds major and minor
 *   in what `--version` prints
 * @returns {Promise<string | null>} absolute path
 */
export async function findServer(engine, { names, needs = [], version, least }) {
  const found = findProgram(engine, names);
  if (!found || !needs.every((name) => findProgram(engine, [name]))) return null;
  const { code, output } = await run(found.program, ['--version'], { timeoutMs: 30_000, env: found.env });
  return code === 0 && isAtLeast(output, version, least) ? found.program : null;
}

/** @param {string} output @param {RegExp} version @param {[number, number]} least */
export function isAtLeast(output, version, [leastMajor, leastMinor]) {
  const match = version.exec(output);
  if (!match) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
