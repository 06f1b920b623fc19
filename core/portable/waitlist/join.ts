import type { CalendarPage, SellablePage } from '../items/calendarPage.ts';
import { indexes } from '../days/dates.ts';
import type { Refusal } from '../errors.ts';
import type { Guard, PageWrite } from '../sale/expressions.ts';
import { allOf, valueName } from '../sale/expressions.ts';
import { stayRefusal, type Wish } from '../sale/refusal.ts';
import type { MonthPart, Stay } from '../sale/stay.ts';

const ANY_NUMBER = 1000000;

/** Why a stay cannot be waited for; null where it can: it lacks nothing but units. Pages as for {@link stayRefusal}. */
export function joinRefusal(
  pages: (SellablePage | null)[],
  departurePage: SellablePage | null,
  stay: Stay,
  wish: Wish,
): Refusal | null {
  const why = stayRefusal(pages, departurePage, stay, { units: wish.units, oversellAllowance: ANY_NUMBER });
  if (why) return why;
  if (stayRefusal(pages, departurePage, stay, wish)) return null;
  return { type: 'InvalidState', message: 'The stay is not sold out: it can be booked.' };
}

/**
 * Notes on a page of the stay that somebody waits for it: from then on nothing becomes free there past those who wait. On condition
 * that the page's short nights are short still, so that no units come free unseen while somebody joins.
 * @param now epoch milliseconds; the same as `nowIso` in ISO 8601
 */
export function markWaiting(page: CalendarPage, part: MonthPart, wish: Wish, now: number, nowIso: string): PageWrite {
  return {
    update: {
      // It begins with the time, so that a number does not come again after the mark was taken away.
      expression: 'SET #w = if_not_exists(#w, :clock) + :one, #v = #v + :one, #t = :now',
      names: { '#w': 'waiting', '#v': 'version', '#t': 'updated_at' },
      values: { ':clock': now, ':one': 1, ':now': nowIso },
    },
    condition: allOf([shortGuard(page, part, wish)]),
  };
}

/** The page is there, and its first night without enough units still has not enough. */
function shortGuard(page: CalendarPage, part: MonthPart, wish: Wish): Guard {
  const least = wish.units - wish.oversellAllowance;
  const short = indexes(part.from, part.to).find((index) => page.available_units[index] < least);
  const exists = { tests: ['attribute_exists(#p)'], names: { '#p': 'page' }, values: {} };
  if (typeof short !== 'number') return exists;
  const name = valueName('a', least);
  return {
    tests: [`#ca[${short}] < ${name}`],
    names: { '#ca': 'available_units' },
    values: { [name]: least },
  };
}
