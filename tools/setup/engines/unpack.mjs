import fs from 'node:fs';
import path from 'node:path';
import { say } from '../report.mjs';
import { excerpt, run } from '../run.mjs';
import { privateFolder } from './places.mjs';

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const QUESTION_TIMEOUT_MS = 60_000;

/**
 * Downloads an engine's packages, and what they need that this system lacks, and unpacks them into a folder of this
 * checkout. Nothing system-wide is changed and no service is started, and it needs no rights: so it is done even for root.
 * @param {string} engine its name
 * @param {string[][]} choices sets of package names, the best first
 * @returns {Promise<string | null>} why not, in words; null when it went well
 */
export async function unpackPrivately(engine, choices) {
  const folder = privateFolder(engine);
  const aside = `${folder}.new`;
  const work = path.join(aside, 'download');
  const shown = choices[0].join(', ');
  say(`downloading ${shown} for this checkout alone`);
  fs.rmSync(aside, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const problem = (await fetchAndUnpack(aside, work, choices)) ?? replace(folder, aside, work);
  if (problem) fs.rmSync(aside, { recursive: true, force: true });
  return problem && `${shown} could not be downloaded.\n${problem}\n`;
}

/** @param {string} aside @param {string} work @param {string[][]} choices @returns {Promise<string | null>} the problem */
async function fetchAndUnpack(aside, work, choices) {
  // The system's package lists are asked first: fresh ones are many times larger than the packages.
  const problem = await unpackFirst(aside, work, choices, []);
  if (!problem) return null;
  const lists = ownLists(work);
  say('downloading package lists (apt-get update)');
  const update = await run('apt-get', [...lists, '-q', 'update'], { timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const second = await unpackFirst(aside, work, choices, lists);
  return second && (update.code === 0 ? second : `${excerpt(update.output)}\n${second}`);
}

/** The first set of packages that the distribution has. @param {string} aside @param {string} work @param {string[][]} choices @param {string[]} options */
async function unpackFirst(aside, work, choices, options) {
  let problem = '';
  for (const names of choices) {
    // LC_ALL: toInstall reads English.
    const env = { ...process.env, LC_ALL: 'C' };
    const args = [...options, 'install', '--simulate', '--no-install-recommends', ...names];
    const { code, output } = await run('apt-get', args, { timeoutMs: QUESTION_TIMEOUT_MS, env });
    if (code === 0) return downloadAndUnpack(aside, work, toInstall(output), options);
    problem ||= excerpt(output);
  }
  return problem;
}

/** @param {string} aside @param {string} work @param {string[]} packages @param {string[]} options */
async function downloadAndUnpack(aside, work, packages, options) {
  if (packages.length === 0) return 'apt says that all of it is installed, but the programs are not there.';
  const args = [...options, '-o', 'APT::Sandbox::User=root', '-q', 'download', ...packages];
  const download = await run('apt-get', args, { timeoutMs: DOWNLOAD_TIMEOUT_MS, cwd: work });
  if (download.code !== 0) return excerpt(download.output);
  for (const archive of fs.readdirSync(work).filter((name) => name.endsWith('.deb'))) {
    const unpack = await run('dpkg-deb', ['-x', path.join(work, archive), aside], { timeoutMs: QUESTION_TIMEOUT_MS });
    if (unpack.code !== 0) return excerpt(unpack.output);
  }
  return null;
}

/**
 * The new one in the place of the old one, without what it was made from.
 * @param {string} folder @param {string} aside @param {string} work
 */
function replace(folder, aside, work) {
  fs.rmSync(work, { recursive: true });
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(aside, folder);
  return null;
}

/** Package lists in a folder of our own, which takes no rights. @param {string} work */
function ownLists(work) {
  for (const folder of ['lists/partial', 'cache/archives/partial']) {
    fs.mkdirSync(path.join(work, folder), { recursive: true });
  }
  const settings = { 'Dir::State::Lists': 'lists', 'Dir::Cache': 'cache' };
  const options = Object.entries(settings).map(([name, folder]) => `${name}=${path.join(work, folder)}`);
  return [...options, 'APT::Sandbox::User=root'].flatMap((option) => ['-o', option]);
}

/**
 * @param {string} simulation what `apt-get install --simulate` writes: a line `Inst name (version ...)` for each package
 *   that is missing, or `Inst name [version] (newer ...)` for one that is too old
 * @returns {string[]} `name=version`, as `apt-get download` takes it
 */
export function toInstall(simulation) {
  return [...simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+)/gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
}
