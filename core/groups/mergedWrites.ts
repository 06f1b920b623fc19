import type { Change, PageChange } from '../portable/lifecycle/change.ts';
import { type ChangeWrite, changeWrites, pageWrite } from '../portable/lifecycle/changeWrites.ts';
import { sumByNight } from '../inventory/sumByNight.ts';

/**
 * The writes of several changes of bookings of one property, for one transaction: each booking as by itself, then each page
 * once, with the sum of what it gains. Without the guards of changes that take units: those of two stays don't add up.
 */
export function mergedWrites(changes: Change[]): ChangeWrite[] {
  const bookings = changes.flatMap((change) => changeWrites({ ...change, pages: [] }));
  const [first] = changes;
  const pages = mergePages(changes.flatMap((change) => change.pages));
  return [...bookings, ...pages.map((page) => pageWrite(first.before.property_id, page, first.after.updated_at))];
}

function mergePages(pages: PageChange[]): PageChange[] {
  const byPage = Map.groupBy(pages, ({ month, roomTypeId }) => `${month}#${roomTypeId}`);
  return [...byPage.values()].map(([first, ...others]) => {
    const shifts = [first, ...others].flatMap((page) => page.shifts);
    return { month: first.month, roomTypeId: first.roomTypeId, shifts: sumByNight(shifts) };
  });
}
