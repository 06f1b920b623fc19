import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { get, guest, staff } from '../../support/cloud/cloud.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { plusDays } from '../../support/data/days.ts';
import { bookedId, lowerTotal, overbookingsOf, RESOLVE } from '../../support/data/overbookings.ts';
import { ARRIVAL, bookStay, messagesOf, sent } from '../../support/data/messages.ts';
import { newProperty } from '../../support/data/property.ts';
import { mailsWhen } from '../../support/parts/mailbox.ts';

const WAIT = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });

it('who books gets a confirmation in their language, and who cancels a cancellation', async () => {
  const { user, id, email } = await bookStay({ language: 'de-AT' });
  const [confirmation] = await mailsWhen(1, email);
  expect(confirmation.subject).toBe('Ihre Buchung ist bestätigt: Test House');
  expect(confirmation.from).toEqual({ name: 'Test House', address: 'reservations@keyrack.example' });
  const { booking } = await get(user, `{ booking(id: "${id}") { reference } }`);
  const day = new Intl.DateTimeFormat('de-AT', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(ARRIVAL));
  for (const part of [confirmation.text, confirmation.html])
    for (const fact of ['Guten Tag Ada Lovelace,', booking.reference, 'Test House, Porto', 'Type DLX', day, '3.703,50'])
      expect(part).toContain(fact);

  await get(user, CANCEL, { id });
  const [, cancellation, ...others] = await mailsWhen(2, email);
  expect(cancellation.subject).toBe('Ihre Buchung ist storniert: Test House');
  expect(others).toEqual([]);
  await vi.waitFor(
    async () => expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1), sent('CANCELLATION', 2)]),
    WAIT,
  );
});

it.each([
  ['pt-BR', 'BRL', 'A sua reserva está confirmada: Test House', '3.703,50'],
  ['fr', 'JPY', 'Votre réservation est confirmée : Test House', '370 350'],
  ['sv', 'KWD', 'Your booking at Test House is confirmed', '370.350'],
  [null, 'EUR', 'Your booking at Test House is confirmed', '€3,703.50'],
])('a guest who speaks %s and pays in %s reads: %s', async (language, currency, subject, amount) => {
  const { email } = await bookStay({ language, currency });
  const [mail] = await mailsWhen(1, email);
  expect(mail.subject).toBe(subject);
  expect(mail.text!.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(amount);
});

it('who is walked to a sister property is told once, of the hotel they go to and the one they leave', async () => {
  const groupId = `group-${randomUUID()}`;
  const nights = { from: ARRIVAL, to: plusDays(ARRIVAL, 1) };
  const propertyId = await newProperty({ ...nights, total: 1, groupId });
  const sister = await newProperty({ ...nights, total: 1, groupId });
  const desk = await staff(`desk-${propertyId}`, propertyId, sister);
  const email = `${randomUUID()}@guests.example`;
  const stay = { propertyId, arrival: nights.from, departure: nights.to };
  const id = await bookedId(await guest('ada-walked'), { ...stay, guest: { name: 'Ada', email, language: 'es' } });
  await mailsWhen(1, email);
  await lowerTotal({ propertyId, ...nights, total: 0 });
  const night = await vi.waitFor(async () => {
    const [first] = await overbookingsOf(propertyId);
    expect(first?.status).toBe('ESCALATED');
    return first;
  }, WAIT);
  const input = { id: night.id, action: 'WALK', bookingId: id, propertyId: sister, roomTypeId: 'DLX' };
  await get(desk, RESOLVE, { input });
  const mails = await mailsWhen(2, email);
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Su reserva está confirmada: Test House',
    'Su estancia se ha trasladado: Test House',
  ]);
  expect(mails[1].text).toContain('finalmente no queda habitación para usted (Test House)');
  const { propertyBookings } = await get(desk, `{ propertyBookings(propertyId: "${sister}") { items { id } } }`);
  const walkedTo = propertyBookings.items[0].id;
  await vi.waitFor(async () => expect(await messagesOf(walkedTo)).toEqual([sent('RELOCATION', 1)]), WAIT);
  expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1)]);
});

it('staff of the property see what a guest was written', async () => {
  const { id, email, propertyId } = await bookStay();
  await mailsWhen(1, email);
  const desk = await staff(`desk-${propertyId}`, propertyId);
  await vi.waitFor(async () => expect(await messagesOf(id, desk)).toEqual([sent('CONFIRMATION', 1)]), WAIT);
});
