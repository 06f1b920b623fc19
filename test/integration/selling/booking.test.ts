import { describe, expect, it } from 'vitest';
import { ask, get, guest, staff } from '../../support/cloud/cloud.ts';
import { datesBetween, monthAhead, plusDays } from '../../support/data/days.ts';
import { AVAILABILITY, BOOK, BOOKING, CANCEL } from '../../support/api/operations.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const to = monthAhead(8);

describe('a guest asks, books and cancels', () => {
  it('over a month end, every night once, with prices and what is left', async () => {
    const propertyId = await newProperty({ from, to, total: 5 });
    const ada = await guest('ada');
    const arrival = plusDays(monthAhead(3), -2);
    const departure = plusDays(monthAhead(3), 2);
    const stay = { propertyId, arrival, departure };

    const before = await get(null, AVAILABILITY, { ...stay, units: 2 });
    expect(before.availability.roomTypes).toEqual([
      {
        roomTypeId: 'DLX',
        name: 'Type DLX',
        available: 5,
        bookable: true,
        reason: null,
        message: null,
        totalPrice: { amount: 80_000, currency: 'EUR' },
        nights: datesBetween(arrival, departure).map((date) => ({ date, available: 5, rate: 10_000 })),
      },
    ]);

    const input = stayInput({ ...stay, units: 2, adults: 2, expectedTotal: 80_000 });
    const { bookRoom } = await get(ada, BOOK, { input });
    expect(bookRoom).toMatchObject({
      id: input.bookingId,
      status: 'CONFIRMED',
      version: 1,
      ...stay,
      roomTypeId: 'DLX',
      nights: 4,
      units: 2,
      adults: 2,
      children: 0,
      guest: { ...input.guest, phone: null },
      nightlyRates: [10_000, 10_000, 10_000, 10_000],
      totalPrice: { amount: 80_000, currency: 'EUR' },
      remaining: 3,
    });
    expect(await get(ada, BOOKING, { id: input.bookingId })).toEqual({ booking: { ...bookRoom, remaining: null } });

    const nights = await grid(propertyId, plusDays(arrival, -1), plusDays(departure, 1));
    expect(nights.map(({ total, available, held, sold }) => [total, available, held, sold])).toEqual([
      [5, 5, 0, 0],
      [5, 3, 0, 2],
      [5, 3, 0, 2],
      [5, 3, 0, 2],
      [5, 3, 0, 2],
      [5, 5, 0, 0],
    ]);

    const { cancelBooking } = await get(ada, CANCEL, { id: input.bookingId, reason: 'Plans changed' });
    expect(cancelBooking).toMatchObject({ status: 'CANCELLED', version: 2, cancelReason: 'Plans changed' });
    expect((await get(ada, BOOKING, { id: input.bookingId })).booking).toMatchObject({
      status: 'CANCELLED',
      version: 2,
    });
    expect((await grid(propertyId, arrival, departure)).every((night) => night.available === 5)).toBe(true);
  });

  it('for ninety nights over as many months as that takes', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const arrival = plusDays(monthAhead(3), -1);
    const departure = plusDays(arrival, 90);
    const { bookRoom } = await get(await guest('ada'), BOOK, { input: stayInput({ propertyId, arrival, departure }) });
    expect(bookRoom).toMatchObject({ nights: 90, remaining: 0, totalPrice: { amount: 900_000 } });
    const sold = await get(null, AVAILABILITY, { propertyId, arrival, departure });
    expect(sold.availability.roomTypes[0]).toMatchObject({ available: 0, bookable: false, reason: 'SoldOut' });
    expect((await grid(propertyId, arrival, plusDays(arrival, 91))).map((night) => night.sold)).toEqual([
      ...new Array(90).fill(1),
      0,
    ]);
  });

  it('with the departure on the first day beyond the loaded calendar', async () => {
    const propertyId = await newProperty({ from, to });
    const input = stayInput({ propertyId, arrival: plusDays(to, -1), departure: to });
    expect((await get(await guest('ada'), BOOK, { input })).bookRoom.nights).toBe(1);
  });

  it('as staff on a guest’s behalf, who does not thereby own the booking', async () => {
    const propertyId = await newProperty({ from, to });
    const desk = await staff('desk', propertyId);
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
    const { bookRoom } = await get(desk, BOOK, { input });
    expect((await get(desk, BOOKING, { id: bookRoom.id })).booking.status).toBe('CONFIRMED');
    expect((await get(desk, '{ myBookings { items { id } } }')).myBookings.items).toEqual([]);
    expect((await get(desk, CANCEL, { id: bookRoom.id })).cancelBooking.status).toBe('CANCELLED');
  });
});

describe('the same request again', () => {
  it('answers the same booking and sells nothing more, even when it sold out the night', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const ada = await guest('ada');
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 3) });
    const answers = [];
    for (let time = 0; time < 3; time++) answers.push((await get(ada, BOOK, { input })).bookRoom);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await grid(propertyId, from, plusDays(from, 4))).map((night) => night.sold)).toEqual([1, 1, 1, 0]);
  });

  it('answers the booking as it is by now, cancelled', async () => {
    const propertyId = await newProperty({ from, to });
    const ada = await guest('ada');
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1) });
    await get(ada, BOOK, { input });
    await get(ada, CANCEL, { id: input.bookingId });
    expect((await get(ada, BOOK, { input })).bookRoom).toMatchObject({ id: input.bookingId, status: 'CANCELLED' });
    expect((await grid(propertyId, from, plusDays(from, 1)))[0].sold).toBe(0);
  });

  it('with other contents, or from somebody else, is a conflict that tells nothing', async () => {
    const propertyId = await newProperty({ from, to });
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1) });
    await get(await guest('ada'), BOOK, { input });
    const conflict = { errorType: 'IdempotencyConflict', message: 'This bookingId is already used.' };
    const others = [
      [await guest('ada'), { ...input, units: 2 }],
      [await guest('ada'), { ...input, guest: { ...input.guest, name: 'Eve' } }],
      [await guest('bob'), input],
    ] as const;
    for (const [user, changed] of others) {
      const { data, errors } = await ask(user, BOOK, { input: changed });
      expect(data).toBeNull();
      expect(errors).toMatchObject([conflict]);
    }
    expect((await grid(propertyId, from, plusDays(from, 1)))[0].sold).toBe(1);
  });
});

it('a room type’s oversell allowance lets availability fall that far below zero', async () => {
  const propertyId = await newProperty({ from, to, total: 1, roomTypes: [{ oversellAllowance: 1 }] });
  const ada = await guest('ada');
  const book = () => ask(ada, BOOK, { input: stayInput({ propertyId, arrival: from, departure: plusDays(from, 1) }) });
  expect((await book()).errors).toEqual([]);
  expect((await book()).errors).toEqual([]);
  expect((await book()).errors).toMatchObject([{ errorType: 'SoldOut' }]);
  expect((await grid(propertyId, from, plusDays(from, 1)))[0]).toMatchObject({ total: 1, available: -1, sold: 2 });
});
