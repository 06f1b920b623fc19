import { FieldError } from '../errors/fieldError.ts';

/** Bytes of a handler's evaluated result. Source: AppSync quotas, "Evaluated resolver template size". */
export const MOST_BYTES = 5 * 1024 * 1024;

/** @throws {FieldError} when the value would be over 5 MB of JSON */
export function refuseOversized(value: unknown): void {
  if (take(value, MOST_BYTES) < 0) {
    throw new FieldError('The evaluated result is larger than 5 MB.', 'MappingTemplate');
  }
}

/**
 * What is left of `room` after the value's JSON; stops early once nothing is. Counts characters, of which there are at most
 * as many as bytes.
 */
function take(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 2;
  if (typeof value !== 'object' || value === null) return room - 5;
  return Array.isArray(value) ? takeArray(value, room) : takeObject(value as Record<string, unknown>, room);
}

function takeArray(array: readonly unknown[], room: number): number {
  let left = room - 2;
  for (let index = 0; index < array.length && left >= 0; index += 1) left = take(array[index], left - 1);
  return left;
}

function takeObject(object: Record<string, unknown>, room: number): number {
  let left = room - 2;
  for (const key in object) {
    left = take(object[key], left - key.length - 4);
    if (left < 0) return left;
  }
  return left;
}
