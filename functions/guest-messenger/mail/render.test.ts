import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBooking } from '../../../core/events/eventBooking.ts';
import { sampleBooking } from '../../../core/events/testing/sampleBooking.ts';
import { contentOf, type Place } from '../../../core/messages/content.ts';
import { CATALOGUES } from '../../../core/messages/language.ts';
import type { Message } from '../../../core/messages/messageOf.ts';
import type { GuestMessageKind } from '../../../generated/types.ts';
import { render } from './render.ts';

const place: Place = { hotel: 'Miradouro', city: 'Lisboa', roomType: 'Deluxe', formerHotel: 'Baixa' };
const KINDS = [
  'CONFIRMATION',
  'CHANGE',
  'CANCELLATION',
  'RELOCATION',
  'REQUEST_RECEIVED',
  'REQUEST_DECLINED',
  'REQUEST_EXPIRED',
  'REMINDER',
  'WAITLIST_OFFER',
] as const satisfies GuestMessageKind[];

type Changes = Parameters<typeof sampleBooking>[0];

function messageFor(kind: GuestMessageKind, language: string, changes: Changes = {}): Message {
  const guest = { name: 'Ada Lovelace', email: 'ada@guests.example', language };
  const held = kind === 'WAITLIST_OFFER' ? { status: 'HELD' as const, hold_until: 1_800_000_000_000 } : {};
  return { kind, booking: eventBooking(sampleBooking({ reference: 'W3Y6A1B2', guest, ...held, ...changes })) };
}

describe.each(Object.keys(CATALOGUES))('in %s', (language) => {
  it.each([...KINDS, 'WALKED' as const])('%s says all that it should, and nothing else is left', (kind) => {
    const changes = kind === 'WALKED' ? { walked_from: 'former' } : {};
    const mail = render(contentOf(messageFor(kind === 'WALKED' ? 'RELOCATION' : kind, language, changes), place));
    const all = [mail.subject, mail.text, mail.html];
    for (const text of all) expect(text).not.toMatch(/\{\{|\}\}|\{%|undefined|null|NaN|\[object/);
    for (const part of [mail.text, mail.html]) {
      for (const fact of ['Ada Lovelace', 'W3Y6A1B2', 'Miradouro, Lisboa', '2 × Deluxe', '679'])
        expect(part).toContain(fact);
      expect(part).toContain(CATALOGUES[language as 'en'].labels.arrival);
    }
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.subject).toContain('Miradouro');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    if (kind === 'WALKED') expect(mail.text).toContain('Baixa');
    if (kind === 'WAITLIST_OFFER') expect(mail.text).toContain('2027');
  });
});

it('a booking from before there were references is named by its id', () => {
  const { text } = render(contentOf(messageFor('CONFIRMATION', 'en', { reference: null }), place));
  expect(text).toContain('Booking number: 01JZX5M2K8Q4T7V9W3Y6A1B2C3');
});

it('a cancellation names its fee where there is one', () => {
  const of = (kind: GuestMessageKind, cancel_fee?: number) =>
    render(contentOf(messageFor(kind, 'en', { cancel_fee }), place)).text;
  expect(of('CANCELLATION', 12_000)).toContain('Cancellation fee: €120.00');
  expect(of('CANCELLATION', 0)).toContain('Cancellation fee: €0.00');
  expect(of('CANCELLATION')).not.toContain('fee');
  expect(of('CONFIRMATION', 12_000)).not.toContain('fee');
});

it('the text reads as one would write it', () => {
  expect(render(contentOf(messageFor('CONFIRMATION', 'en'), place)).text).toBe(`Dear Ada Lovelace,

Your booking is confirmed

Thank you for booking with Miradouro in Lisboa. We look forward to welcoming you on Tuesday, March 30, 2027.

Booking number: W3Y6A1B2
Hotel: Miradouro, Lisboa
Arrival: Tuesday, March 30, 2027
Departure: Friday, April 2, 2027
Nights: 3
Room: 2 × Deluxe
Adults per room: 2
Children per room: 1
Total price: €679.00

Kind regards,
Miradouro

-- 
This message was sent automatically about booking W3Y6A1B2. Replies to it are not read: please contact the hotel.
`);
});

it('whatever people wrote is text: no markup, no template, no other part of the mail', () => {
  const written = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x>', '{{ number }}', '{% raw %}', "' onload='x", '&amp;'),
  );
  const tags = (html: string) => [...html.matchAll(/<[^>]*>/g)].length;
  const clean = render(contentOf(messageFor('RELOCATION', 'en', { walked_from: 'x' }), place));
  fc.assert(
    fc.property(written, written, written, (hotel, city, name) => {
      const guest = { name, email: 'a@guests.example' };
      const message = messageFor('RELOCATION', 'en', { walked_from: 'x', guest });
      const mail = render(contentOf(message, { hotel, city, roomType: city, formerHotel: hotel }));
      expect(tags(mail.html)).toBe(tags(clean.html));
      expect(mail.subject).not.toMatch(/[\r\n]/);
      if (hotel.trim() === '{{ number }}') expect(mail.text).toContain('Hotel: {{ number }}');
    }),
  );
});
