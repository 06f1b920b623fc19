// Everything a fresh clone needs, before `npm start` and `npm test`: packages, the pinned Node, the engines.
// `--for start` makes do without the engines that only what follows a booking needs; `--for test` (the default) does not.
// Plain JavaScript without packages, because it runs on the system's Node (20 or newer) before there are any.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareEngines, rememberedEnginesStand, warnings } from './engines/engines.mjs';
import { withLock } from './lock.mjs';
import { nodeStands, requireNode } from './node.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { SetupError, say } from './report.mjs';
import { lockfileHash, readStamp, writeStamp } from './stamp.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @returns {import('./engines/engines.mjs').Purpose} @throws {SetupError} */
function readPurpose() {
  const { values } = parseArgs({ options: { for: { type: 'string', default: 'test' } } });
  if (values.for === 'start' || values.for === 'test') return values.for;
  throw new SetupError(`--for is start or test, not ${values.for}`);
}

/**
 * Looks at little more than files, so that the usual run, with nothing to do, takes no time.
 * @param {import('./engines/engines.mjs').Purpose} purpose
 */
async function isDone(purpose) {
  const stamp = readStamp(root);
  if (stamp?.lockfile !== lockfileHash(root) || !nodeStands(root)) return false;
  return rememberedEnginesStand(stamp.engines, purpose);
}

/** @param {import('./engines/engines.mjs').Purpose} purpose */
async function setUp(purpose) {
  // Whoever held the lock before has probably done it all.
  if (await isDone(purpose)) return;
  if (!packagesAreCurrent(root)) await installPackages(root);
  await requireNode(root);
  const engines = await prepareEngines(purpose);
  writeStamp(root, { lockfile: lockfileHash(root), engines });
  say('ready');
}

try {
  const purpose = readPurpose();
  if (!(await isDone(purpose))) await withLock(path.join(root, '.local', 'setup.lock'), () => setUp(purpose));
  for (const warning of warnings(readStamp(root))) say(`warning: ${warning}`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`set-up: ${error.message}`);
  process.exitCode = 1;
}
