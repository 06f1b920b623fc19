import { readdirSync, readFileSync } from 'node:fs';

/** Processes of this machine that run a function, by the end of its name, such as `CacheUpdater`. Linux only. */
export function functionProcesses(name: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => functionOf(pid).includes(name));
}

/** The name of the function that a process runs; empty for any other process. */
function functionOf(pid: number): string {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return environment.find((entry) => entry.startsWith('AWS_LAMBDA_FUNCTION_NAME=')) ?? '';
  } catch {
    // It ended meanwhile, or is not ours to look at.
    return '';
  }
}
