import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Checkpoint } from './checkpoint.ts';

const shape = z.strictObject({
  streamArn: z.string(),
  shards: z.record(
    z.string(),
    z.strictObject({
      position: z.string().nullable(),
      lanes: z.array(z.string().nullable()),
      finished: z.boolean(),
    }),
  ),
});

/** Keeps a mapping's checkpoint over a restart. */
export type CheckpointStore = {
  /** Null when there is none. @throws {Error} when it cannot be read: to begin anew would lose or repeat records unasked */
  load(): Checkpoint | null;
  save(checkpoint: Checkpoint): Promise<void>;
};

/** @param folder is made when it is missing; null keeps nothing */
export function createStore(folder: string | null, mappingId: string): CheckpointStore {
  if (folder === null) return { load: () => null, save: () => Promise.resolve() };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${mappingId}.json`);
  return {
    load: () => {
      if (!existsSync(file)) return null;
      try {
        return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch (cause) {
        throw new Error(`The checkpoint ${file} is damaged; remove it and the mapping begins anew.`, { cause });
      }
    },
    save: async (checkpoint) => {
      // Written beside and moved: whenever this process ends, there is a whole checkpoint, the old or the new.
      await writeFile(`${file}.new`, JSON.stringify(checkpoint), { flush: true });
      await rename(`${file}.new`, file);
    },
  };
}
