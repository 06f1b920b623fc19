import type { Refusal } from '../errors.ts';

/**
 * Why a date is too early; null when it is not. Both are `YYYY-MM-DD`, where the property is.
 *
 * @param name the argument, for the message
 */
export function pastRefusal(name: string, date: string, today: string): Refusal | null {
  return date < today ? { type: 'InvalidInput', message: `${name} ${date} lies in the past.` } : null;
}
