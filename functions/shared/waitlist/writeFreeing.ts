import type { AllTables } from './allTables.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import { type ChangeOutcome, noUnits, tryChange } from '../bookings/writeChange.ts';
import { freeStock } from './freeStock.ts';

/**
 * Writes what becomes of a booking that gives units back, with the offers to those who wait for them. Grants: `changesBookings` in
 * functions/manifest/changing.ts.
 * @throws where a page does not hold what the booking says it does, or DynamoDB does not answer
 */
export async function writeFreeing(change: Change, tables: AllTables): Promise<ChangeOutcome> {
  const outcome = await tryChange(change, tables);
  const freed = outcome === 'refused' ? await freeStock([change], tables) : outcome;
  if (freed === 'refused') throw noUnits(change);
  return freed;
}
