import { DateTime } from 'luxon';
import { describe, expect, it, vi } from 'vitest';
import { calmTimeZone } from '../../../bench/soak/house.ts';
import { CANCEL_FOR_FEE, CHECK_IN, CHECK_OUT, MODIFY, NO_SHOW } from '../../support/api/lifecycle.ts';
import { BOOK } from '../../support/api/operations.ts';
import { ask, get, guest, staff, type User } from '../../support/cloud/cloud.ts';
import { plusDays } from '../../support/data/days.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

vi.setConfig({ testTimeout: 120_000 });

const timeZone = calmTimeZone();
const today = DateTime.now().setZone(timeZone).toISODate()!;
const end = plusDays(today, 12);
const house = (bookingPolicy = {}) => newProperty({ from: today, to: end, total: 3, timeZone, bookingPolicy });
const book = async (user: User, propertyId: string, from: number, to: number) => {
  const stay = { arrival: plusDays(today, from), departure: plusDays(today, to) };
  return (await get(user, BOOK, { input: stayInput({ propertyId, ...stay }) })).bookRoom;
};
const sold = async (propertyId: string) => (await grid(propertyId, today, end)).map((night) => night.sold).join('');
const refused = async (user: User, query: string, variables: object) =>
  (await ask(user, query, variables)).errors[0]?.errorType;

describe('the front desk', () => {
  it('checks a guest in and out; who leaves early gives the later nights back and keeps the first', async () => {
    const propertyId = await house();
    const desk = await staff('desk', propertyId);
    const { id } = await book(desk, propertyId, 0, 4);
    expect(await refused(desk, CHECK_OUT, { id })).toBe('InvalidState');
    const { checkIn } = await get(desk, CHECK_IN, { id });
    expect(checkIn).toMatchObject({ status: 'CHECKED_IN', version: 2 });
    expect(checkIn.checkedInAt).toBe(checkIn.updatedAt);
    const { checkOut } = await get(desk, CHECK_OUT, { id });
    expect(checkOut).toMatchObject({
      status: 'CHECKED_OUT',
      departure: plusDays(today, 1),
      nights: 1,
      nightlyRates: [10_000],
      totalPrice: { amount: 10_000 },
    });
    expect(await sold(propertyId)).toBe('100000000000');
    expect(await refused(desk, CHECK_OUT, { id })).toBe('InvalidState');
  });

  it('marks a no-show: the night of arrival stays sold, the others are free again', async () => {
    const propertyId = await house();
    const desk = await staff('desk', propertyId);
    const { id } = await book(desk, propertyId, 0, 3);
    const { markNoShow } = await get(desk, NO_SHOW, { id });
    expect(markNoShow).toMatchObject({ status: 'NO_SHOW', nights: 1, totalPrice: { amount: 10_000 } });
    expect(await sold(propertyId)).toBe('100000000000');
    expect(await refused(desk, CHECK_IN, { id })).toBe('InvalidState');
  });

  it('does neither before the day of arrival, nor for guests, nor for other houses', async () => {
    const propertyId = await house();
    const desk = await staff('desk', propertyId);
    const ada = await guest('ada');
    const { id } = await book(ada, propertyId, 2, 3);
    for (const query of [CHECK_IN, NO_SHOW]) {
      expect(await refused(desk, query, { id })).toBe('InvalidState');
      expect(await refused(ada, query, { id })).toBe('Unauthorized');
      expect(await refused(await staff('other', 'elsewhere'), query, { id })).toBe('NotFound');
    }
    expect(await sold(propertyId)).toBe('001000000000');
  });
});

describe('a cancellation', () => {
  it('costs what was agreed when it was booked: nothing in time, later a share or nights; staff may waive it', async () => {
    const cancellation = { freeUntilDays: 7, feePercent: 50, feeNights: 1 };
    const propertyId = await house({ cancellation });
    const ada = await guest('ada');
    const fee = async (user: User, from: number, to: number, waiveFee = false) => {
      const { id } = await book(ada, propertyId, from, to);
      const { cancelBooking } = await get(user, CANCEL_FOR_FEE, { id, waiveFee });
      return cancelBooking.cancellationFee;
    };
    expect(await fee(ada, 7, 11)).toEqual({ amount: 0, currency: 'EUR' });
    expect(await fee(ada, 6, 10)).toEqual({ amount: 20_000, currency: 'EUR' });
    expect(await fee(ada, 6, 7)).toEqual({ amount: 10_000, currency: 'EUR' });
    expect(await fee(await staff('desk', propertyId), 6, 10, true)).toEqual({ amount: 0, currency: 'EUR' });
    const { id } = await book(ada, propertyId, 6, 10);
    expect(await refused(ada, CANCEL_FOR_FEE, { id, waiveFee: true })).toBe('InvalidInput');
    expect(await sold(propertyId)).toBe('000000111100');
  });

  it('costs what it did before the guest moved the stay out of the time for fees; staff move it for free', async () => {
    const propertyId = await house({ cancellation: { freeUntilDays: 7, feePercent: 50, feeNights: 1 } });
    const ada = await guest('ada');
    const feeAfter = async (mover: User) => {
      const { id } = await book(ada, propertyId, 6, 8);
      await get(mover, MODIFY, { input: { id, arrival: plusDays(today, 8), departure: plusDays(today, 9) } });
      return (await get(ada, CANCEL_FOR_FEE, { id })).cancelBooking.cancellationFee.amount;
    };
    expect(await feeAfter(ada)).toBe(10_000);
    expect(await feeAfter(await staff('desk', propertyId))).toBe(0);
  });
});

it('a property that takes requests cannot be paid in advance', async () => {
  await expect(house({ mode: 'ON_REQUEST', payment: 'STRIPE' })).rejects.toThrow(/paid at the property/);
});
