import { describe, expect, it } from 'vitest';
import { type CalendarPage, NO_RATE } from '../items/calendarPage.ts';
import { parseDay } from '../days/dates.ts';
import { stayRefusal } from './refusal.ts';
import { planStay } from './stay.ts';

const one = { units: 1, oversellAllowance: 0 };
const stay = (arrival: string, departure: string) => planStay(parseDay(arrival)!, parseDay(departure)!);

function page(month: string, changes: Partial<CalendarPage> = {}): CalendarPage {
  const nights = (value: number) => new Array<number>(31).fill(value);
  return {
    property_id: 'p',
    page: `${month}#A`,
    version: 1,
    total_units: nights(5),
    available_units: nights(5),
    reserved_units: nights(0),
    rate: nights(100),
    min_stay: nights(1),
    updated_at: '',
    expiry_time: 0,
    ...changes,
  };
}

const except = (value: number, at: number, other: number) =>
  Object.assign(new Array<number>(31).fill(value), { [at]: other });

describe('stayRefusal', () => {
  it('lets a stay through that the page allows', () => {
    expect(stayRefusal([page('2027-03')], null, stay('2027-03-05', '2027-03-08'), one)).toBeNull();
  });

  it.each([
    ['SoldOut', { available_units: except(5, 5, 0) }, 'The night of 2027-03-06 is sold out.'],
    ['Closed', { closed: [6] }, 'Sales are stopped for the night of 2027-03-07.'],
    ['Closed', { rate: except(100, 4, NO_RATE) }, 'No rate is loaded for the night of 2027-03-05.'],
    ['ClosedToArrival', { closed_to_arrival: [4] }, 'The property takes no arrivals on 2027-03-05.'],
    ['ClosedToDeparture', { closed_to_departure: [7] }, 'The property takes no departures on 2027-03-08.'],
    ['MinimumStay', { min_stay: except(1, 4, 4) }, 'A stay that begins on 2027-03-05 takes at least 4 nights.'],
  ] satisfies [string, Partial<CalendarPage>, string][])('says %s', (type, changes, message) => {
    const why = stayRefusal([page('2027-03', changes)], null, stay('2027-03-05', '2027-03-08'), one);
    expect(why).toEqual({ type, message });
  });

  it.each([
    { closed: [7], available_units: except(5, 7, 0), rate: except(100, 7, NO_RATE) },
    { closed_to_arrival: [5, 6, 7], closed_to_departure: [4, 5, 6] },
    { min_stay: except(9, 4, 3) },
  ])('does not look at days it does not need: %j', (changes) => {
    expect(stayRefusal([page('2027-03', changes)], null, stay('2027-03-05', '2027-03-08'), one)).toBeNull();
  });

  it('counts units against the oversell allowance', () => {
    const scarce = [page('2027-03', { available_units: new Array(31).fill(1) })];
    const nights = stay('2027-03-05', '2027-03-06');
    expect(stayRefusal(scarce, null, nights, { units: 3, oversellAllowance: 1 })?.message).toBe(
      'Only 2 left on the night of 2027-03-05.',
    );
    expect(stayRefusal(scarce, null, nights, { units: 3, oversellAllowance: 2 })).toBeNull();
  });

  it('refuses nights without a page but not a departure day without one', () => {
    const nights = stay('2027-03-31', '2027-04-01');
    expect(stayRefusal([page('2027-03')], null, nights, one)).toBeNull();
    expect(stayRefusal([page('2027-03')], page('2027-04', { closed_to_departure: [0] }), nights, one)?.type).toBe(
      'ClosedToDeparture',
    );
    expect(stayRefusal([page('2027-03'), null], null, stay('2027-03-31', '2027-04-02'), one)).toEqual({
      type: 'NotFound',
      message: 'No calendar is loaded for 2027-04.',
    });
  });
});
