import type { ErrorType, Refusal } from '../../core/portable/errors.ts';
import type { toBookingGroup } from '../../core/portable/items/group.ts';

export type Answer = { result: ReturnType<typeof toBookingGroup> } | { refusal: Refusal };

export function refuse(type: ErrorType, message: string): { refusal: Refusal } {
  return { refusal: { type, message } };
}
