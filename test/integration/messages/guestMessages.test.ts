import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { ask, drained, faults, get, guest, operator, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { mailsTo, mailsWhen } from '../../support/parts/mailbox.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const WAIT = { timeout: 30_000, interval: 50 };
const MESSAGES = 'query Q($id: ID!) { booking(id: $id) { messages { kind state version sentAt reason } } }';

/** Books three nights for a guest of a new address. */
async function book(more: { name?: string; email?: string; language?: string; currency?: string } = {}) {
  const { currency, ...person } = more;
  const guest_ = { name: 'Ada Lovelace', email: `${randomUUID()}@guests.example`, ...person };
  const propertyId = await newProperty({
    from,
    to: plusDays(from, 5),
    rate: 123_450,
    ...(currency ? { currency } : {}),
  });
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 3), guest: guest_ });
  const ada = await guest('ada-mail');
  await get(ada, BOOK, { input });
  return { ada, id: input.bookingId, propertyId, email: guest_.email };
}

const messagesOf = async (id: string) => (await get(await operator(), MESSAGES, { id })).booking.messages;
const sent = (kind: string, version: number) => ({
  kind,
  state: 'SENT',
  version,
  sentAt: expect.stringMatching(/^\d{4}-/),
  reason: null,
});

it('who books gets a confirmation in their language, and who cancels a cancellation', async () => {
  const { ada, id, email } = await book({ language: 'de-AT' });
  const [confirmation] = await mailsWhen(1, email);
  expect(confirmation.subject).toBe('Ihre Buchung ist bestätigt: Test House');
  expect(confirmation.from).toEqual({ name: 'Test House', address: 'reservations@keyrack.example' });
  for (const part of [confirmation.text!, confirmation.html!]) {
    for (const fact of ['Guten Tag Ada Lovelace,', id, 'Test House, Porto', 'Type DLX', '3.703,50'])
      expect(part.replaceAll(/\s/g, ' ')).toContain(fact === '3.703,50' ? '3 703,50' : fact);
  }
  const day = new Intl.DateTimeFormat('de-AT', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(from));
  expect(confirmation.text).toContain(`Anreise: ${day}`);

  await get(ada, CANCEL, { id });
  const [, cancellation, ...others] = await mailsWhen(2, email);
  expect(cancellation.subject).toBe('Ihre Buchung ist storniert: Test House');
  expect(others).toEqual([]);
  await vi.waitFor(
    async () => expect(await messagesOf(id)).toEqual([sent('CONFIRMATION', 1), sent('CANCELLATION', 2)]),
    WAIT,
  );
});
