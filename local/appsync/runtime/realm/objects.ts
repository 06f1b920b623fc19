import { isArray } from './intrinsics.ts';

/** Is it an object with keys: not null, not a list? */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isArray(value);
}
