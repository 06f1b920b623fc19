import type { RoomNight } from '../../core/overbooking/overbookedNight.ts';
import type { ErrorType, Refusal } from '../../core/portable/errors.ts';
import type { Overbooking } from '../../core/portable/items/overbooking.ts';
import type { ResolveOverbookingInput } from '../../generated/types.ts';
import type { Catalog } from '../shared/overbookings/readCatalog.ts';

/** What staff decided, with what it is about. */
export type Job = {
  night: RoomNight;
  input: ResolveOverbookingInput;
  callerId: string;
  /** The property with the overbooked night. */
  origin: Catalog;
  record: Overbooking;
};

export function refuse(type: ErrorType, message: string): { refusal: Refusal } {
  return { refusal: { type, message } };
}
