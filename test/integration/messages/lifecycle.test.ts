import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { APPROVE, DECLINE, MODIFY, REQUEST } from '../../support/api/lifecycle.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { drained, get, guest, staff } from '../../support/cloud/cloud.ts';
import { ARRIVAL, bookStay, messagesOf, sent } from '../../support/data/messages.ts';
import { newProperty } from '../../support/data/property.ts';
import { plusDays } from '../../support/data/days.ts';
import { stayInput } from '../../support/data/stay.ts';
import { mailsTo, mailsWhen } from '../../support/parts/mailbox.ts';

vi.setConfig({ testTimeout: 120_000 });

it('a changed stay is told with its new price, in the language that the guest has by then', async () => {
  const { user, id, email } = await bookStay();
  await mailsWhen(1, email);
  const named = { name: 'Ada Lovelace', email };
  await get(user, MODIFY, { input: { id, guest: { ...named, language: 'fr' } } });
  await get(user, MODIFY, { input: { id, departure: plusDays(ARRIVAL, 2), guest: named } });
  const [, change, ...others] = await mailsWhen(2, email);
  expect(change.subject).toBe('Votre réservation a été modifiée : Test House');
  expect(change.text!.replaceAll(/\s/g, ' ')).toContain('Prix total: 2 469,00 €');
  expect(others).toEqual([]);
  await drained();
  expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1), sent('CHANGE', 3)]);
});

it('a late cancellation is told with its fee', async () => {
  const { user, id, email } = await bookStay({
    bookingPolicy: { cancellation: { freeUntilDays: 365, feePercent: 50 } },
  });
  await mailsWhen(1, email);
  await get(user, CANCEL, { id });
  const [, cancellation] = await mailsWhen(2, email);
  expect(cancellation.text).toContain('Cancellation fee: €1,851.75');
});

it.each([
  ['a yes', APPROVE, 'CONFIRMATION', 'Your booking at Test House is confirmed'],
  ['a no', DECLINE, 'REQUEST_DECLINED', 'Test House cannot take your request'],
] as const)('a request is told, and the property’s answer: %s', async (_, answer, kind, subject) => {
  const nights = { from: ARRIVAL, to: plusDays(ARRIVAL, 1) };
  const propertyId = await newProperty({ ...nights, bookingPolicy: { mode: 'ON_REQUEST' } });
  const desk = await staff(`desk-${propertyId}`, propertyId);
  const email = `${randomUUID()}@guests.example`;
  const stay = { propertyId, arrival: nights.from, departure: nights.to, guest: { name: 'Ada', email } };
  const { requestBooking } = await get(await guest('ada-request'), REQUEST, { input: stayInput(stay) });
  await mailsWhen(1, email);
  await get(desk, answer, { id: requestBooking.id });
  const mails = await mailsWhen(2, email);
  expect(mails.map((mail) => mail.subject)).toEqual(['Your request to Test House', subject]);
  await drained();
  expect(await messagesOf(requestBooking.id)).toEqual([sent('REQUEST_RECEIVED', 2), sent(kind, 3)]);
  expect(await mailsTo(email)).toHaveLength(2);
});
