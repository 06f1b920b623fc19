import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { changedNights } from './changedNights.ts';
import { pageOf } from './testing/calendarPages.ts';

const page = pageOf(3);

describe('the nights that a write changed', () => {
  it.each<[string, Partial<CalendarPage>, number[]]>([
    ['availability', { available_units: page.available_units.with(4, 2).with(5, 2) }, [4, 5]],
    ['totals', { total_units: page.total_units.with(0, 7) }, [0]],
    ['held units', { reserved_units: page.reserved_units.with(29, 1) }, [29]],
    ['rates', { rate: page.rate.with(1, 5) }, [1]],
    ['minimum stays', { min_stay: page.min_stay.with(2, 2) }, [2]],
    ['closures', { closed: [8, 9] }, [8, 9]],
    ['closures to arrival', { closed_to_arrival: [3] }, [3]],
    ['closures to departure', { closed_to_departure: [3] }, [3]],
    ['nothing but what nobody is told', { version: 9, updated_at: '2090-01-02T00:00:00.000Z' }, []],
  ])('%s', (_, change, nights) => {
    const other = { ...page, ...change };
    expect(changedNights(page, other)).toEqual(nights);
    expect(changedNights(other, page)).toEqual(nights);
  });

  it('are those with something loaded, of a page that is new', () => {
    const none = new Array<number>(30).fill(0);
    const fresh = { ...page, total_units: none.with(6, 5), available_units: none.with(6, 5), rate: none.fill(-1) };
    expect(changedNights(null, { ...fresh, min_stay: none.map(() => 1) })).toEqual([6]);
  });
});
