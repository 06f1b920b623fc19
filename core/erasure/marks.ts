import type { GuestItem } from '../portable/items/booking.ts';

/**
 * What stands in a booking where a guest was. The address is well-formed, as the API and PMSs want one, and nobody's: names
 * below `.invalid` never exist. Source: RFC 2606, section 2.
 */
export const ERASED_GUEST: GuestItem = { name: 'Erased', email: 'erased@erased.invalid' };

/** In place of the account that made the booking, where it was the guest's own. */
export const ERASED_ACCOUNT = 'erased';
