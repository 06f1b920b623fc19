import { overbookedNights, partsOfPageKey } from '../overbookedNight.ts';
import type { PlanInput } from '../reallocation/plan.ts';

/** A house with the overbooked nights that its pages show. */
export function overbookedHouse(house: Omit<PlanInput, 'overbooked'>): PlanInput {
  const allowances = new Map(house.roomTypes.map((type) => [type.room_type_id, type.oversell_allowance]));
  const overbooked = house.pages.flatMap((each) =>
    overbookedNights(each, allowances.get(partsOfPageKey(each.page).roomTypeId) ?? 0),
  );
  return { ...house, overbooked };
}
