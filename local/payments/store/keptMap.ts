import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Things by their ids, the oldest forgotten when there are too many. */
export type KeptMap<T> = {
  get(id: string): T | undefined;
  /** Written down when it returns. */
  set(id: string, value: T): void;
  delete(id: string): void;
  /** Oldest first. */
  values(): T[];
};

type Line<T> = { id: string; value: T | null };

/**
 * @param file where all is kept from start to start, a line for each change; null keeps it in memory
 * @param most things at a time
 */
export function openKeptMap<T>(file: string | null, most: number): KeptMap<T> {
  const map = new Map<string, T>();
  const put = (id: string, value: T | null): void => {
    if (value === null) return void map.delete(id);
    map.set(id, value);
    const [oldest] = map.keys();
    if (map.size > most) map.delete(oldest);
  };
  if (file !== null) {
    for (const { id, value } of readLines<T>(file)) put(id, value);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, [...map].map(([id, value]) => `${JSON.stringify({ id, value })}\n`).join(''));
  }
  const change = (id: string, value: T | null): void => {
    put(id, value);
    if (file !== null) appendFileSync(file, `${JSON.stringify({ id, value })}\n`);
  };
  return {
    get: (id) => map.get(id),
    set: change,
    delete: (id) => change(id, null),
    values: () => [...map.values()],
  };
}

/** A line that was cut off by a hard kill was never answered, so it is left out. */
function readLines<T>(file: string): Line<T>[] {
  return textOf(file)
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line<T>];
      } catch {
        return [];
      }
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
