import type { GuestMessage, GuestMessageKind, GuestMessageState } from '../../../generated/types.ts';

/**
 * That a guest was told of one version of a booking, in the operations table. It outlives the guest's data, so it has none:
 * no address, no name, nothing that a mail service said.
 */
export type GuestMessageItem = {
  pk: string;
  sk: string;
  kind: GuestMessageKind;
  version: number;
  /** `YYYY-MM-DD`: a stay is reminded of once, whatever changes about the booking. */
  arrival: string;
  state: GuestMessageState;
  /** How often it was claimed to be sent; also the claim's name. */
  attempts: number;
  /** Of a PENDING one: epoch milliseconds until when nobody else sends it. */
  claimed_until?: number | null;
  /** Of a FAILED one: another delivery of the same event does not try again. */
  is_final?: boolean | null;
  sent_at?: string | null;
  /** As the mail service calls it. */
  message_id?: string | null;
  reason?: string | null;
  updated_at: string;
  /** Epoch seconds: long after the stay. */
  expiry_time: number;
};

/** A message as the API shows it. */
export function toGuestMessage(item: GuestMessageItem): GuestMessage {
  return {
    kind: item.kind,
    state: item.state,
    version: item.version,
    sentAt: item.sent_at ?? null,
    reason: item.state === 'SENT' ? null : (item.reason ?? null),
  };
}
