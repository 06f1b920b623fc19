import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalAmount } from '../money/decimalAmount.ts';
import { formatDay, formatInstant, formatMoney } from './format.ts';
import { languageFor } from './language.ts';

describe('a language', () => {
  it.each([
    ['de', 'de', 'de'],
    ['de-AT', 'de', 'de-AT'],
    ['PT-br', 'pt', 'pt-BR'],
    ['zh-Hant-TW', 'en', 'en'],
    ['nonsense', 'en', 'en'],
    ['fr-abcde-abcde', 'fr', 'fr'],
    ['', 'en', 'en'],
  ])('for %j has texts in %s and writes dates as %s', (tag, language, locale) => {
    expect(languageFor(tag)).toMatchObject({ language, locale });
  });
});

const locales = fc.constantFrom('en', 'de', 'fr-CA', 'es-MX', 'pt-BR', 'en-TH', 'en-u-nu-thai');

describe('a day', () => {
  it.each([
    ['en', 'Sunday, March 28, 2027'],
    ['de', 'Sonntag, 28. März 2027'],
    ['fr', 'dimanche 28 mars 2027'],
    ['es', 'domingo, 28 de marzo de 2027'],
    ['pt', 'domingo, 28 de março de 2027'],
    ['en-TH', 'Sunday, March 28, 2027'],
  ])('in %s is %s', (locale, text) => expect(formatDay('2027-03-28', locale)).toBe(text));

  it('is that day of that year, in every language and wherever this runs', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, locales, (date, locale) => {
        const numbers = formatDay(date, locale).match(/\d+/g)!.map(Number);
        expect(numbers.sort((a, b) => a - b)).toEqual(
          [Number(date.slice(8)), Number(date.slice(0, 4))].sort((a, b) => a - b),
        );
      }),
    );
  });
});

it('an instant is told as clocks at the hotel show it', () => {
  expect(formatInstant('2027-01-15T08:05:00Z', 'en', 'Asia/Tokyo')).toBe('January 15, 2027 at 5:05 PM');
  expect(formatInstant('2027-01-15T20:05:00Z', 'de', 'Asia/Tokyo')).toBe('16. Januar 2027 um 05:05');
});

describe('an amount', () => {
  it.each([
    [67_900, 'EUR', 'en', '€679.00'],
    [67_900, 'EUR', 'de', '679,00 €'],
    [67_900, 'JPY', 'en', '¥67,900'],
    [67_900, 'KWD', 'en', 'KWD 67.900'],
    [5, 'USD', 'fr', '0,05 $US'],
  ])('%i %s in %s is %s', (amount, currency, locale, text) => {
    expect(formatMoney({ amount, currency }, locale).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });

  it('loses no digit, whatever the currency and language', () => {
    const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'IQD', 'HUF', 'CLF', 'ISK', 'LYD');
    fc.assert(
      fc.property(fc.nat(2 ** 50), currencies, locales, (amount, currency, locale) => {
        const digits = (text: string) => text.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
        expect(digits(formatMoney({ amount, currency }, locale))).toBe(digits(decimalAmount(amount, currency)));
      }),
    );
  });
});
