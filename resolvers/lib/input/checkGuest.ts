import { util } from '@aws-appsync/utils';
import type { GuestInput } from '../../../generated/types.ts';
import { fail } from '../answer/fail.ts';
import { checkLength, checkText } from './checks.ts';

/** The language, script, region and variants of a tag; extensions and private use say nothing about texts. Source: RFC 5646, 2.1. */
const LANGUAGE_TAG =
  '^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$';

const LONGEST_TAG = 35;

/** @param field that holds the guest: errors name it */
export function checkGuest(field: string, { name, email, phone, language }: GuestInput): void {
  checkText(`${field}.name`, name, 200);
  checkLength(`${field}.email`, email, 254);
  if (phone) checkLength(`${field}.phone`, phone, 40);
  if (typeof language === 'string' && (language.length > LONGEST_TAG || !util.matches(LANGUAGE_TAG, language))) {
    fail('InvalidInput', `${field}.language must be a language tag such as en, de or pt-BR.`);
  }
}
