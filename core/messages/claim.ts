import type { GuestMessageItem } from '../portable/items/guestMessage.ts';

/**
 * What is to be done about a message: `send` it under the next claim; nothing, for it is `done`; nothing now, for somebody is
 * sending it (`busy`); or never, as the guest has been told of a later version (`late`).
 */
export type Claim = 'send' | 'done' | 'busy' | 'late';

type Wanted = Pick<GuestMessageItem, 'kind' | 'version' | 'arrival'>;

/**
 * @param told what is known of all messages about the booking
 * @param now epoch milliseconds
 */
export function judgeClaim(told: readonly GuestMessageItem[], wanted: Wanted, now: number): Claim {
  const own = ownOf(told, wanted);
  if ((own && isDone(own)) || wasReminded(told, wanted)) return 'done';
  // A state that is over would be taken for the present one.
  if (told.some(({ version }) => version > wanted.version)) return 'late';
  return own?.state === 'PENDING' && (own.claimed_until ?? 0) > now ? 'busy' : 'send';
}

/** The marker of this very message. */
export function ownOf(told: readonly GuestMessageItem[], wanted: Wanted): GuestMessageItem | undefined {
  return told.find(({ kind, version }) => kind === wanted.kind && version === wanted.version);
}

/** A reminder may come again after the booking has changed. */
function wasReminded(told: readonly GuestMessageItem[], { kind, arrival }: Wanted): boolean {
  return kind === 'REMINDER' && told.some((one) => one.kind === kind && one.arrival === arrival && isDone(one));
}

function isDone({ state, is_final: isFinal }: GuestMessageItem): boolean {
  return state === 'SENT' || (state === 'FAILED' && isFinal === true);
}
