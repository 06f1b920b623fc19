import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The absolute path of a file of the project. */
export function projectFile(relative: string): string {
  return path.join(ROOT, relative);
}
