import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A data folder is in use by another local cloud. */
class DataFolderError extends Error {
  override name = 'DataFolderError';
}

/** Makes the folder where there is none. @throws {DataFolderError} */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unusable(folder, error);
  }
}

function unusable(folder: string, error: unknown): DataFolderError {
  const why = (error as Error).message;
  return new DataFolderError(`the data folder ${folder} cannot be used: ${why}`, { cause: error });
}

/**
 * Takes a data folder for this process, for the engines' files bear only one at a time. A lock that a dead process left
 * behind is taken over.
 * @returns the function that gives it back
 * @throws {DataFolderError}
 */
export function takeDataFolder(folder: string): () => void {
  const lock = join(folder, 'keyrack.lock');
  makeDataFolder(folder);
  try {
    if (!tryLock(lock)) {
      const owner = Number(readFileSync(lock, 'utf8'));
      if (isAlive(owner)) throw new DataFolderError(`the data folder ${folder} is in use by process ${owner}`);
      rmSync(lock, { force: true });
      if (!tryLock(lock)) throw new DataFolderError(`the data folder ${folder} was just taken by another process`);
    }
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    throw unusable(folder, error);
  }
  const giveBack = (): void => {
    process.off('exit', giveBack);
    rmSync(lock, { force: true });
  };
  // An interrupted start ends this process without stopping anything in order.
  process.on('exit', giveBack);
  return giveBack;
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
