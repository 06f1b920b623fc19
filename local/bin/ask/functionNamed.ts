import { basename, dirname } from 'node:path';
import { type FunctionEntry, functions } from '../../../functions/manifest.ts';
import { CommandError } from './commandError.ts';

/** One function of the manifest; `folder` is relative to the project's root. */
export type NamedFunction = { name: string; folder: string };

const known: NamedFunction[] = Object.entries<FunctionEntry>(functions).map(([name, { handler }]) => ({
  name,
  folder: dirname(handler),
}));

/**
 * Finds a function by its name in the manifest (`bookingEvents`) or its folder's (`booking-events`).
 * @throws {CommandError} that lists the known ones
 */
export function functionNamed(text: string): NamedFunction {
  const found = known.find(({ name, folder }) => name === text || basename(folder) === text);
  if (found !== undefined) return found;
  const names = known.map(({ name }) => name).sort();
  throw new CommandError(`There is no function ${JSON.stringify(text)}. There are: ${names.join(', ')}.`);
}
