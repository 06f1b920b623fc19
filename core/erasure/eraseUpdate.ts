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

/** A group's name may be that of the person who speaks for it. */
const OF_CONTACT: (keyof BookingItem)[] = ['group', 'contact_email'];

/** Whose data go: the guest's, or those of the contact of the group, who may be somebody else. */
export type Erased = { guest: boolean; contact: boolean };
const ALL: Erased = { guest: true, contact: true };

/**
 * Takes the guest out of a booking, if it is as it was read. What was sold, when and at what price stays: it is the
 * hotel's. The version rises, so that PMSs and subscribers get the booking without the guest.
 *
 * @param now ISO 8601
 */
export function eraseUpdate(booking: BookingItem, now: string, what = ALL): UpdateInput {
  const update = new UpdateBuilder();
  const marks = what.guest ? marksOf(booking, now) : {};
  for (const [name, value] of Object.entries({ ...marks, updated_at: now })) {
    update.add('SET', `${update.name(name)} = ${update.value(value)}`);
  }
  const removed = [...(what.guest ? REMOVED : []), ...(what.contact ? OF_CONTACT : [])];
  for (const name of removed) update.add('REMOVE', update.name(name));
  const version = update.name('version');
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.require(`${version} = ${update.value(booking.version)}`);
  return update.build();
}

/** What stands where the guest stood. */
function marksOf(booking: BookingItem, now: string) {
  const wasMadeByGuest = Boolean(booking.guest_id) && booking.created_by === booking.guest_id;
  return {
    guest: ERASED_GUEST,
    request_guest: ERASED_GUEST,
    ...(wasMadeByGuest ? { created_by: ERASED_ACCOUNT } : {}),
    erased_at: now,
  };
}
