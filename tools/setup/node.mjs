import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from './report.mjs';
import { run } from './run.mjs';

/** The sources are TypeScript that Node runs as it is; that needs this major version. */
const NODE_MAJOR = 24;

/** npm brings this one for Linux on x64 and arm64; npm's scripts find it first. @param {string} root */
function pinnedNode(root) {
  return path.join(root, 'node_modules', '.bin', 'node');
}

/** A look at files only. @param {string} root */
export function nodeStands(root) {
  return fs.existsSync(pinnedNode(root)) || majorOf(process.versions.node) >= NODE_MAJOR;
}

/** @param {string} version e.g. `v24.21.0` @returns {number} NaN when it is none */
export function majorOf(version) {
  return Number.parseInt(version.trim().replace(/^v/, ''), 10);
}

/** @param {string} root @throws {SetupError} when `npm start` would run on a Node that is too old */
export async function requireNode(root) {
  const pinned = pinnedNode(root);
  if (!fs.existsSync(pinned)) {
    if (nodeStands(root)) return;
    throw new SetupError(
      `Keyrack needs Node ${NODE_MAJOR} or newer, and npm has no build of it for ${process.platform} ${process.arch}; ` +
        `this is Node ${process.versions.node}. Install it from https://nodejs.org (macOS: brew install node@${NODE_MAJOR}) and try again.`,
    );
  }
  const { code, output } = await run(pinned, ['--version'], { timeoutMs: 30_000 });
  if (code === 0 && majorOf(output) >= NODE_MAJOR) return;
  throw new SetupError(`the Node that npm installed does not run here (${pinned}): ${output.trim()}`);
}
