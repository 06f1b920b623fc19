import type { EventBooking } from '../events/eventBooking.ts';
import { formatDay, formatInstant, formatMoney } from './format.ts';
import { greetableName } from './greetableName.ts';
import { type Language, languageFor, type Texts } from './language.ts';
import type { Message } from './messageOf.ts';

/** What the catalog knows of where the guest stays. `formerHotel`: of a guest who was walked, where it is known. */
export type Place = { hotel: string; city: string; roomType: string; formerHotel: string | null };

export type Row = { label: string; value: string };

/** A message before it is laid out: plain texts with `{{ name }}` in them, what is to stand there, and the facts below. */
export type Content = {
  language: Language;
  greeting: string;
  subject: string;
  heading: string;
  paragraphs: string[];
  closing: string;
  footer: string;
  values: Record<string, string>;
  rows: Row[];
};

/** What a message says, in the guest's language. */
export function contentOf(message: Message, place: Place): Content {
  const { booking } = message;
  const { language, locale, texts } = languageFor(booking.guest.language);
  const name = greetableName(booking.guest.name);
  const { until, ...values } = valuesOf(booking, place, texts, locale);
  return {
    language,
    greeting: name === null ? texts.greetingUnnamed : texts.greeting,
    ...texts.messages[textOf(message)],
    closing: texts.closing,
    footer: texts.footer,
    values: { ...values, ...(name === null ? {} : { name }), ...(until === null ? {} : { until }) },
    rows: rowsOf(message, { ...values, until }, texts.labels, locale),
  };
}

/** A guest who was walked needs other words than one who got another room. */
const textOf = ({ kind, booking }: Message): keyof Texts['messages'] =>
  kind === 'RELOCATION' && booking.walkedFrom ? 'RELOCATION_HOTEL' : kind;

function valuesOf(booking: EventBooking, place: Place, texts: Texts, locale: string) {
  const { holdExpiresAt, timeZone } = booking;
  return {
    number: booking.reference ?? booking.id,
    hotel: oneLine(place.hotel),
    city: oneLine(place.city),
    roomType: oneLine(place.roomType),
    formerHotel: oneLine(place.formerHotel ?? texts.formerHotel),
    arrival: formatDay(booking.arrival, locale),
    departure: formatDay(booking.departure, locale),
    until: holdExpiresAt === null ? null : formatInstant(holdExpiresAt, locale, timeZone),
  };
}

/** Names may have line breaks; a subject must not. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

type Values = ReturnType<typeof valuesOf>;

function rowsOf({ kind, booking }: Message, values: Values, labels: Texts['labels'], locale: string): Row[] {
  const { units, adults, children, nights, totalPrice, cancellationFee } = booking;
  const count = (number: number): string => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(number);
  const fee = kind === 'CANCELLATION' ? cancellationFee : null;
  const all: [keyof typeof labels, string | null][] = [
    ['number', values.number],
    ['hotel', `${values.hotel}, ${values.city}`],
    ['arrival', values.arrival],
    ['departure', values.departure],
    ['nights', count(nights)],
    ['room', units === 1 ? values.roomType : `${count(units)} × ${values.roomType}`],
    ['adults', count(adults)],
    ['children', children === 0 ? null : count(children)],
    ['total', formatMoney(totalPrice, locale)],
    ['fee', fee === null ? null : formatMoney({ ...totalPrice, amount: fee }, locale)],
    ['until', kind === 'WAITLIST_OFFER' ? values.until : null],
  ];
  return all.flatMap(([label, value]) => (value === null ? [] : [{ label: labels[label], value }]));
}
