import { bucketOf, lastWordFirst } from './names.ts';
import { plainText } from './plainText.ts';

/** Attributes of a booking that only exist to find it: the keys of sparse indexes. */
export type SearchKeys = {
  /** `<property>#me`: the part of `byName` that the full name lies in; absent where the name has nothing to search for. */
  name_bucket?: string;
  /** The same for the last word in `byLastName`; absent where that is the same part, or the only word. */
  last_name_bucket?: string;
  /** `<arrival>#<booking>#ana meireles`: the order within both, and what tells who is meant. */
  name_key?: string;
  /** In lower case: the partition of `byEmail`. */
  guest_email?: string;
};

/** Of what the keys are made. */
export type Searched = {
  property_id: string;
  arrival: string;
  booking_id: string;
  guest: { name: string; email: string };
};

const NAMES: (keyof SearchKeys)[] = ['name_bucket', 'last_name_bucket', 'name_key', 'guest_email'];

/**
 * The keys of a booking; spread them wherever its item is built. A key is absent where there is nothing to find, as
 * DynamoDB takes no empty one.
 */
export function searchKeys({ property_id, arrival, booking_id, guest }: Searched): SearchKeys {
  const keys: SearchKeys = { guest_email: plainEmail(guest.email) };
  const plain = plainText(guest.name);
  if (plain === '') return keys;
  const bucket = bucketOf(plain);
  const lastBucket = bucketOf(lastWordFirst(plain));
  keys.name_bucket = `${property_id}#${bucket}`;
  if (lastBucket !== bucket) keys.last_name_bucket = `${property_id}#${lastBucket}`;
  keys.name_key = `${arrival}#${booking_id}#${plain}`;
  return keys;
}

/** The booking with the keys of what it is now, and none of what it was: for whoever changes its arrival or guest. */
export function withSearchKeys<T extends Searched & SearchKeys>(booking: T): T {
  const after = Object.assign({}, booking);
  delete after.name_bucket;
  delete after.last_name_bucket;
  delete after.name_key;
  delete after.guest_email;
  return Object.assign(after, searchKeys(booking));
}

/** All of them, to be removed with the guest. */
export function searchKeyNames(): (keyof SearchKeys)[] {
  return NAMES.slice();
}

/** An address as two of them are compared. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}
