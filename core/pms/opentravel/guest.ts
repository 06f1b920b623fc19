import type { EventGuest } from '../../events/eventBooking.ts';
import { type XmlElement, xmlText } from './tree.ts';

/** The booking's one ResGuest: whoever it is made for. */
export function resGuests(guest: EventGuest): XmlElement {
  const customer: XmlElement = {
    PersonName: personName(guest.name),
    ...(guest.phone ? { Telephone: { '@_PhoneNumber': xmlText(guest.phone) } } : {}),
    Email: xmlText(guest.email),
  };
  const profile = { '@_ProfileType': '1', Customer: customer };
  return {
    ResGuest: {
      '@_ResGuestRPH': '1',
      '@_PrimaryIndicator': 'true',
      Profiles: { ProfileInfo: { Profile: profile } },
    },
  };
}

/** OpenTravel wants a surname, guests have a name: its last word, or all of a name of one word. */
function personName(name: string): XmlElement {
  const words = xmlText(name).trim().split(/\s+/);
  const surname = words[words.length - 1];
  return words.length === 1 ? { Surname: surname } : { GivenName: words.slice(0, -1).join(' '), Surname: surname };
}
