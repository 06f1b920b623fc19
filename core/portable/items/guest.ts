import type { GuestInput } from '../../../generated/types.ts';

export type GuestItem = {
  name: string;
  email: string;
  phone?: string | null;
  /** BCP 47; absent: {@link DEFAULT_LANGUAGE}. */
  language?: string | null;
};

/** Of guests who named none. */
export const DEFAULT_LANGUAGE = 'en';

/** A guest as somebody named one. @param before whose language stays where none is named */
export function guestItem({ name, email, phone, language }: GuestInput, before: GuestItem | null): GuestItem {
  const guest = { name: name.trim(), email, language: language ?? before?.language ?? DEFAULT_LANGUAGE };
  return phone ? Object.assign(guest, { phone }) : guest;
}

/** A guest as the API shows one; null where there is none. */
export function toGuest(guest: GuestItem | null | undefined) {
  if (!guest) return null;
  const { name, email, phone, language } = guest;
  return { name, email, phone: phone ?? null, language: language ?? DEFAULT_LANGUAGE };
}

export function sameGuest(a: GuestItem, b: GuestItem): boolean {
  const sameAddress = a.email === b.email && (a.phone ?? null) === (b.phone ?? null);
  return a.name === b.name && sameAddress && languageOf(a) === languageOf(b);
}

/** Letter case means nothing in a language tag. */
function languageOf(guest: GuestItem): string {
  return (guest.language ?? DEFAULT_LANGUAGE).toLowerCase();
}
