import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Servers often lie where only an administrator's search path looks. */
const MORE_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * Where an engine is unpacked for this checkout alone. The local cloud looks there too (local/engines/process/program.ts).
 * @param {string} engine its name
 */
export function privateFolder(engine) {
  return path.join(root, '.local', 'engines', engine);
}

/**
 * The system's own program, or else the one that was unpacked here.
 * @param {string} engine @param {string[]} names of the program, the best first
 * @returns {{program: string, env: NodeJS.ProcessEnv} | null} its absolute path, and the environment it runs in
 */
export function findProgram(engine, names) {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const system = firstExecutable([...onPath, ...MORE_FOLDERS], names);
  if (system) return { program: system, env: process.env };
  const prefix = path.join(privateFolder(engine), 'usr');
  const own = firstExecutable([path.join(prefix, 'bin'), path.join(prefix, 'sbin')], names);
  return own ? { program: own, env: { ...process.env, LD_LIBRARY_PATH: libraryPath(prefix) } } : null;
}

/** @param {string[]} folders @param {string[]} names */
function firstExecutable(folders, names) {
  for (const name of names) {
    const found = folders.map((folder) => path.resolve(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for this user: another folder may have it.
  }
}

/** Debian keeps libraries in a folder of their architecture. @param {string} prefix */
function libraryPath(prefix) {
  const homes = [path.join(prefix, 'lib'), path.join(prefix, '..', 'lib')].filter((home) => fs.existsSync(home));
  const folders = homes.flatMap((home) =>
    fs
      .readdirSync(home)
      .filter((name) => name.includes('-linux-'))
      .map((name) => path.join(home, name)),
  );
  return [...folders, ...homes, process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(path.delimiter);
}
