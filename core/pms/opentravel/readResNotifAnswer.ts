import { delivered, type HttpAnswer, type Outcome, permanent, temporary } from '../outcome.ts';
import { classifyStatus } from '../policy/classifyStatus.ts';
import { attribute, children, descendants, type XmlElement } from './tree.ts';

/**
 * Types of errors that another attempt does not mend: no implementation, business rule, protocol violation, transaction
 * model, authentical model, required field missing. Others, such as authentication or processing exceptions, may pass.
 * Source: OpenTravel code list EWT, error warning type.
 */
const LASTING = new Set(['2', '3', '7', '8', '9', '10']);

/** Kinds of numbers to prefer: confirmation, reservation, hotel. Source: OpenTravel code list UIT, unique ID type. */
const PREFERRED = ['40', '14', '10'];

/**
 * What OTA_HotelResNotifRS says. Success, with warnings or without, acknowledges; Errors refuse; anything else is no PMS
 * speaking.
 * @param answer.body the parsed document; null where it is not XML
 * @param bookingId which a PMS may repeat among its reservation ids: it is not its confirmation number
 */
export function readResNotifAnswer(answer: HttpAnswer<unknown>, bookingId: string): Outcome {
  const failure = classifyStatus(answer);
  if (failure) return failure;
  const [root] = children(answer.body, 'OTA_HotelResNotifRS');
  if (!root) return temporary(`HTTP ${answer.status} without OTA_HotelResNotifRS`);
  const errors = descendants(root, 'Errors', 'Error');
  if (errors.length > 0) return refusal(errors);
  if (children(root, 'Success').length === 0) return temporary('OTA_HotelResNotifRS with neither Success nor Errors');
  const warnings = descendants(root, 'Warnings', 'Warning').map((warning) => `OTA warning ${describe(warning)}`);
  return delivered(confirmationNumber(root, bookingId), warnings);
}

function refusal(errors: XmlElement[]): Outcome {
  const reason = `OTA error ${errors.map(describe).join(', ')}`;
  const isLasting = errors.some((error) => LASTING.has(attribute(error, 'Type') ?? ''));
  return isLasting ? permanent(reason) : temporary(reason);
}

/** Type and code, such as `3/402`. The text beside them may name the guest. */
function describe(error: XmlElement): string {
  return `${attribute(error, 'Type') ?? '?'}/${attribute(error, 'Code') ?? '?'}`;
}

function confirmationNumber(root: XmlElement, bookingId: string): string | null {
  const path = ['HotelReservations', 'HotelReservation', 'ResGlobalInfo', 'HotelReservationIDs', 'HotelReservationID'];
  const numbers = descendants(root, ...path)
    .map((id) => ({ type: attribute(id, 'ResID_Type') ?? '', value: attribute(id, 'ResID_Value') }))
    .filter(({ value }) => value !== null && value !== bookingId);
  const ranked = numbers.toSorted((a, b) => preference(a.type) - preference(b.type));
  return ranked[0]?.value ?? null;
}

function preference(type: string): number {
  const at = PREFERRED.indexOf(type);
  return at < 0 ? PREFERRED.length : at;
}
