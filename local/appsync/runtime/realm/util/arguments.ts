import { Failure, isFinite } from '../intrinsics.ts';

/** @throws {TypeError} naming the function when an argument is not a string */
export function text(of: string, value: unknown): string {
  if (typeof value !== 'string') throw new Failure(`${of} takes a string, not ${kindOf(value)}`);
  return value;
}

/** @throws {TypeError} naming the function when an argument is not a finite number */
export function number(of: string, value: unknown): number {
  if (typeof value !== 'number' || !isFinite(value)) throw new Failure(`${of} takes a number, not ${kindOf(value)}`);
  return value;
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' && !isFinite(value) ? 'a number that is not finite' : typeof value;
}
