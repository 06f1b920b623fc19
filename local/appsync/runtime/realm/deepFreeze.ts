import { freeze, keys } from './intrinsics.ts';

/** Freezes an object, its functions and the objects in it. */
export function deepFreeze(value: object): void {
  freeze(value);
  for (const key of keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === 'function' || (typeof item === 'object' && item !== null)) deepFreeze(item);
  }
}
