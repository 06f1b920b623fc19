// Everything a fresh clone needs, before `npm start` and `npm test`: packages, the pinned Node, the engines.
// Plain JavaScript without packages, because it runs on the system's Node (20 or newer) before there are any.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareEngines, rememberedEnginesStand } from './engines/engines.mjs';
import { withLock } from './lock.mjs';
import { nodeStands, requireNode } from './node.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { SetupError, say } from './report.mjs';
import { lockfileHash, readStamp, writeStamp } from './stamp.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Looks only at files, so that the usual run, with nothing to do, takes no time. */
function isDone() {
  const stamp = readStamp(root);
  return stamp?.lockfile === lockfileHash(root) && nodeStands(root) && rememberedEnginesStand(stamp.engines);
}

async function setUp() {
  // Whoever held the lock before has probably done it all.
  if (isDone()) return;
  if (!packagesAreCurrent(root)) await installPackages(root);
  await requireNode(root);
  const engines = await prepareEngines();
  writeStamp(root, { lockfile: lockfileHash(root), engines });
  say('ready');
}

try {
  if (!isDone()) await withLock(path.join(root, '.local', 'setup.lock'), setUp);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`set-up: ${error.message}`);
  process.exitCode = 1;
}
