import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Is it really this process that listens on the port? Two processes that look for a free port at the same time can find the
 * same one; the slower would then take the other's engine, and its data, for its own. Only Linux tells; elsewhere it is true.
 */
export function ownsPort(pid: number, port: number): boolean {
  if (!existsSync('/proc/net/tcp')) return true;
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(file, port)));
  return openSockets(pid).some((inode) => inodes.has(inode));
}

/** Lines read `sl local_address rem_address st ... inode`; the port is in hex, state 0A is LISTEN. */
function listeningInodes(file: string, port: number): string[] {
  if (!existsSync(file)) return [];
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A')
    .map((fields) => fields[9] ?? '');
}

function openSockets(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
    } catch {
      return []; // Closed between the two calls.
    }
  });
}
