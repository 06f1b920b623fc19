import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A program to start, with what it needs to run from where it lies. */
export type Program = {
  /** Absolute path. */
  path: string;
  /** The `usr` folder of a private installation; null where the program belongs to the system. */
  prefix: string | null;
  env: NodeJS.ProcessEnv;
};

/** Where set-up unpacks an engine for this checkout alone, without changing the system. */
const PRIVATE_FOLDER = resolve(import.meta.dirname, '../../../.local/engines');

/** Servers often lie where only an administrator's search path looks. */
const MORE_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * Finds an engine's program: the system's own first, then the private one that set-up unpacked.
 * @param engine the engine's name in set-up, e.g. `redis`
 * @param names of the program, the best first
 */
export function findProgram(engine: string, names: string[]): Program | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...MORE_FOLDERS];
  const path = firstExecutable(folders, names);
  if (path !== null) return { path, prefix: null, env: process.env };
  const prefix = join(PRIVATE_FOLDER, engine, 'usr');
  const own = firstExecutable([join(prefix, 'bin'), join(prefix, 'sbin')], names);
  if (own === null) return null;
  return { path: own, prefix, env: { ...process.env, LD_LIBRARY_PATH: libraryPath(prefix) } };
}

function firstExecutable(folders: string[], names: string[]): string | null {
  for (const name of names) {
    const found = folders.map((folder) => resolve(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for this user: another folder may have it.
  }
}

/** Debian keeps libraries in a folder of their architecture, e.g. `usr/lib/x86_64-linux-gnu`; some still in `/lib`. */
function libraryPath(prefix: string): string {
  const homes = [join(prefix, 'lib'), join(prefix, '..', 'lib')].filter((home) => existsSync(home));
  const folders = homes.flatMap((home) =>
    readdirSync(home)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(home, name)),
  );
  return [...folders, ...homes, process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(delimiter);
}
