import { sumByNight } from '../inventory/sumByNight.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { pageKey } from '../portable/items/calendarPage.ts';
import type { Change, PageChange } from '../portable/lifecycle/change.ts';
import { type ChangeWrite, changeWrites } from '../portable/lifecycle/changeWrites.ts';
import { allOf, type Expression, type Guard } from '../portable/sale/expressions.ts';
import { shiftUpdate } from '../portable/sale/shiftNights.ts';
import type { House } from './house.ts';

/** What several changes of one property write in one transaction; `page`: of a page, its key. */
export type JointWrite = ChangeWrite & { page?: string };

type Joint = {
  propertyId: string;
  changes: readonly Change[];
  /** As it was read: what is written is written on condition of the version that it had. */
  house: House;
  /** Keys of pages that are to be as they were read, whether they are written or not. */
  decidedBy: readonly string[];
  /** Keys of pages that nobody waits for any more. */
  cleared: readonly string[];
  /** ISO 8601. */
  now: string;
};

/**
 * The changes' own writes first, the first change's booking before all others; then each page once, with what all of them give back
 * and take, on condition that it is the version that was read: what was decided by it still holds.
 */
export function jointWrites({ propertyId, changes, house, decidedBy, cleared, now }: Joint): JointWrite[] {
  const own = changes.flatMap((change) => changeWrites({ ...change, pages: [], checks: [] }));
  const touched = Map.groupBy(
    changes.flatMap(({ pages }) => pages),
    ({ month, roomTypeId }) => pageKey(month, roomTypeId),
  );
  for (const key of cleared) if (!touched.has(key)) touched.set(key, []);
  const checks = Map.groupBy(
    changes.flatMap((change) => change.checks ?? []),
    ({ month, roomTypeId }) => pageKey(month, roomTypeId),
  );
  const conditionOf = (key: string, pages: PageChange[]): Expression =>
    allOf([
      asRead(house.get(key) ?? null),
      ...pages.flatMap(({ guards = [] }) => guards),
      ...(checks.get(key) ?? []).map(({ condition }) => inBrackets(condition)),
    ]);
  const updates = [...touched].map(([page, pages]): JointWrite => {
    const update = shiftUpdate(sumByNight(pages.flatMap(({ shifts }) => shifts)), now);
    const key = { property_id: propertyId, page };
    const condition = conditionOf(page, pages);
    return {
      kind: 'updatePage',
      table: 'Inventory',
      key,
      update: cleared.includes(page) ? withoutMark(update) : update,
      condition,
      page,
    };
  });
  const seen = new Set([...decidedBy, ...checks.keys()]);
  const checked = [...seen.difference(touched)].map(
    (page): JointWrite => ({
      kind: 'checkPage',
      table: 'Inventory',
      key: { property_id: propertyId, page },
      condition: conditionOf(page, []),
      page,
    }),
  );
  return [...own, ...updates, ...checked];
}

function asRead(page: CalendarPage | null): Guard {
  if (!page) return { tests: ['attribute_not_exists(#page)'], names: { '#page': 'page' }, values: {} };
  return { tests: ['#read = :read'], names: { '#read': 'version' }, values: { ':read': page.version } };
}

function inBrackets({ expression, names, values }: Expression): Guard {
  return { tests: [`(${expression})`], names, values };
}

function withoutMark({ expression, names, values }: Expression): Expression {
  return { expression: `${expression} REMOVE #w`, names: { ...names, '#w': 'waiting' }, values };
}
