import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The arguments that choose the system account MariaDB runs under. It refuses to run as root unless told to; it is told
 * so only where another account could not reach its folders (a root's home folder is closed to all others).
 * @param folder the engine's own; it is given to that account
 * @param others what that account must reach besides
 */
export function accountArguments(folder: string, others: string[]): string[] {
  if (process.getuid?.() !== 0) return [];
  const owner = statSync(folder).uid;
  if (owner !== 0) return [`--user=${owner}`];
  const nobody = idsOf('nobody');
  if (nobody === null || ![dirname(folder), ...others].every(isOpenToAll)) return ['--user=root'];
  chownSync(folder, nobody.uid, nobody.gid);
  return ['--user=nobody'];
}

/** Lines read `name:password:uid:gid:...`. */
function idsOf(name: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** May anyone pass through all folders down to it? */
function isOpenToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isOpenToAll(dirname(folder));
}
