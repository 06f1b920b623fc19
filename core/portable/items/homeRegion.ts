import type { Refusal } from '../errors.ts';
import type { PropertyItem } from './catalog.ts';

/**
 * Why a property's stock and bookings are not written here; null where they are. Of two Regions' writes of one item the later
 * would win, and a sale be lost: so all are made in the property's home Region.
 * @param here the Region of whoever would write
 */
export function homeRefusal(
  { home_region }: Pick<PropertyItem, 'home_region'>,
  here: string | undefined,
): Refusal | null {
  if (home_region === here) return null;
  return { type: 'WrongRegion', message: `This property takes bookings and changes in ${home_region}.` };
}
