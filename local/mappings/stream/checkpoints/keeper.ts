import type { Checkpoint } from './checkpoint.ts';
import type { CheckpointStore } from './store.ts';

/** Saves now and then: what happens between two saves is repeated after a hard end, which at-least-once delivery allows. */
const EVERY_MS = 100;

export type Keeper = {
  /** Something changed: it is saved before long. */
  touch(): void;
  /** Saves for the last time: what happens later belongs to whoever reads the checkpoint next. @throws when it cannot be written */
  close(): Promise<void>;
};

/** @param log hears of a save in between that failed; the next one tries again */
export function createKeeper(store: CheckpointStore, current: () => Checkpoint, log: (line: string) => void): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let saving = Promise.resolve();

  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const saved = saving.then(() => store.save(current()));
    saving = saved.catch(() => undefined); // Whoever asked for it hears of it.
    return saved;
  };

  return {
    touch: () => {
      if (closed) return;
      timer ??= setTimeout(() => {
        save().catch((error: unknown) => log(`a checkpoint could not be saved: ${String(error)}`));
      }, EVERY_MS);
    },
    close: () => {
      closed = true;
      return save();
    },
  };
}
