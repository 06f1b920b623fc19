import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import { searchKeyNames } from '../portable/search/searchKeys.ts';
import { ERASED_ACCOUNT, ERASED_GUEST } from './marks.ts';

/** What is left out altogether: whose it was, and what people wrote in their own words. */
const REMOVED: (keyof BookingItem)[] = [
  'guest_id',
  'claim',
  // It was of whoever wrote the version before.
  'change_token',
  'cancel_reason',
  // Why a request was declined is in the property's own words.
  'refusal_message',
  ...searchKeyNames(),
];

/**
 * Takes the guest out of a booking, if it is as it was read. What was sold, when and at what price stays: it is the
 * hotel's. The version rises, so that PMSs and subscribers get the booking without the guest.
 *
 * @param now ISO 8601
 */
export function eraseUpdate(booking: BookingItem, now: string): UpdateInput {
  const update = new UpdateBuilder();
  const wasMadeByGuest = Boolean(booking.guest_id) && booking.created_by === booking.guest_id;
  const marks = {
    guest: ERASED_GUEST,
    request_guest: ERASED_GUEST,
    ...(wasMadeByGuest ? { created_by: ERASED_ACCOUNT } : {}),
    erased_at: now,
    updated_at: now,
  };
  for (const [name, value] of Object.entries(marks)) {
    update.add('SET', `${update.name(name)} = ${update.value(value)}`);
  }
  for (const name of REMOVED) update.add('REMOVE', update.name(name));
  const version = update.name('version');
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.require(`${version} = ${update.value(booking.version)}`);
  return update.build();
}
