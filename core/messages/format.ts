import { decimalAmount } from '../money/decimalAmount.ts';

/** Hotels count by this calendar, whatever the region's own is. */
const CALENDAR = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/** A calendar date such as `2027-03-30` in words. It is the hotel's own date, so no time zone may shift it. */
export function formatDay(date: string, locale: string): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { ...CALENDAR, dateStyle: 'full', timeZone: 'UTC' }).format(midnight);
}

/** An instant (ISO 8601) as clocks at the hotel show it. @param timeZone IANA name */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  const style = { ...CALENDAR, dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(instant));
}

/** @param money minor units of its currency */
export function formatMoney({ amount, currency }: { amount: number; currency: string }, locale: string): string {
  const decimal = decimalAmount(amount, currency);
  // Of some currencies Intl shows fewer places than ISO 4217 has, and would round.
  const places = decimal.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    numberingSystem: 'latn',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(decimal as `${number}`);
}
