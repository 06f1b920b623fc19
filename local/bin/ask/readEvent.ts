import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError } from './commandError.ts';
import type { NamedFunction } from './functionNamed.ts';

const root = resolve(import.meta.dirname, '../../..');

/**
 * The event to invoke a function with.
 * @param file from where the command was given; without one it is the function's own sample
 * @throws {CommandError} when there is no such file, or it is no JSON
 */
export function readEvent({ folder }: NamedFunction, file: string | undefined): unknown {
  // npm runs scripts in the project's root, wherever they were asked for.
  const from = process.env.INIT_CWD ?? process.cwd();
  const path = file === undefined ? join(root, folder, 'sample.json') : resolve(from, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new CommandError(`The event ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
