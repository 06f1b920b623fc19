import { util } from '@aws-appsync/utils';
import { type Day, dayNumber, parseDay } from '../../../core/portable/days/dates.ts';
import { pastRefusal } from '../../../core/portable/days/past.ts';
import { planStay, type Stay } from '../../../core/portable/sale/stay.ts';
import { fail, failIf } from '../answer/fail.ts';

export const MOST_NIGHTS = 90;
export const MOST_UNITS = 50;

/** Ids of properties and room types. `#` and `~` delimit keys and must not occur. */
export function checkId(name: string, id: string): void {
  if (!util.matches('^[A-Za-z0-9_-]{1,64}$', id)) {
    fail('InvalidInput', `${name} must be 1 to 64 letters, digits, hyphens or underscores.`);
  }
}

export function isBookingId(id: string): boolean {
  return util.matches('^[0-9A-Za-z-]{26,36}$', id);
}

export function checkBookingId(name: string, id: string): void {
  if (!isBookingId(id)) fail('InvalidInput', `${name} must be a UUID or a ULID.`);
}

/** The name of an AWS Region. */
export function checkRegion(name: string, region: string): void {
  if (!util.matches('^[a-z]{2}(-[a-z]+)+-[0-9]$', region)) {
    fail('InvalidInput', `${name} must be an AWS Region such as us-west-2.`);
  }
}

/** Text a person wrote: not blank, and no longer than `most` characters. */
export function checkText(name: string, text: string, most: number): void {
  if (text.trim() === '') fail('InvalidInput', `${name} must not be blank.`);
  checkLength(name, text, most);
}

export function checkLength(name: string, text: string, most: number): void {
  if (text.length > most) fail('InvalidInput', `${name} may have at most ${most} characters.`);
}

export function checkRange(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) fail('InvalidInput', `${name} must be between ${least} and ${most}.`);
}

export function checkDay(name: string, text: string): Day {
  const day = parseDay(text);
  if (!day) fail('InvalidInput', `${name} must be a calendar date such as 2027-03-28; ${text} is none.`);
  return day!;
}

/** The nights from..to-1, or an error that names the arguments. */
export function checkNights(from: { name: string; date: string }, to: { name: string; date: string }, most: number) {
  const first = checkDay(from.name, from.date);
  const end = checkDay(to.name, to.date);
  const nights = dayNumber(end) - dayNumber(first);
  if (nights < 1) fail('InvalidInput', `${to.name} must be after ${from.name}.`);
  if (nights > most) fail('InvalidInput', `From ${from.name} to ${to.name} there may be at most ${most} nights.`);
  return { first, end };
}

export function checkStay(arrival: string, departure: string): Stay {
  const { first, end } = checkNights(
    { name: 'arrival', date: arrival },
    { name: 'departure', date: departure },
    MOST_NIGHTS,
  );
  return planStay(first, end);
}

/** Today's date where the property is, `YYYY-MM-DD`. */
export function today(timeZone: string): string {
  return util.time.nowFormatted('yyyy-MM-dd', timeZone);
}

export function checkNotPast(name: string, date: string, timeZone: string): void {
  failIf(pastRefusal(name, date, today(timeZone)));
}
