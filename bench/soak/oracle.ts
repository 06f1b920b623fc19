import { leadsTo, TRANSITIONS } from '../../core/portable/lifecycle/transitions.ts';
import type { BookingStatus } from '../../generated/types.ts';
import type { Shown } from './documents.ts';
import { commandOf, type Deed } from './step.ts';

/** Something that is not as it must be, in words. */
export type Difference = string;

/** One version of a booking, and which deed was answered with it; null for one that was only seen. */
export type Seen = { booking: Shown; deed: Deed | null };

/** What happens to bookings without anybody asking for it. */
const BY_ITSELF = ['serve', 'refuse', 'offer', 'lapse', 'expire', 'reassign'] as const;
/** What may be answered to anything, whatever the booking: it is to be tried again. */
const PASSING = ['BookingContention', 'Unavailable'];
/** Besides those: what a deed may be refused with. */
const REFUSALS: Record<Deed, string[]> = {
  confirm: ['InvalidState', 'HoldExpired', 'PaymentMismatch'],
  pay: ['InvalidState', 'HoldExpired'],
  extend: ['InvalidState', 'HoldExpired', 'LimitExceeded'],
  release: ['InvalidState', 'HoldExpired'],
  leave: ['InvalidState'],
  cancel: ['InvalidState', 'HoldExpired'],
  cancelGroup: ['InvalidState'],
  modify: ['InvalidState', 'HoldExpired', 'SoldOut', 'InvalidInput'],
  approve: ['InvalidState', 'HoldExpired'],
  decline: ['InvalidState', 'HoldExpired'],
  checkIn: ['InvalidState'],
  checkOut: ['InvalidState'],
  markNoShow: ['InvalidState'],
};

export function refusalDifference(deed: Deed, type: string): Difference[] {
  return [...REFUSALS[deed], ...PASSING].includes(type) ? [] : [`${deed} was refused with ${type}.`];
}

/**
 * Holds every version of one booking that was answered or seen against the state machine: each follows from the one before
 * by the deed that was answered with it, what nobody saw can only have happened by itself, and no two deeds made one version.
 * @param isPaid what becomes of its payment is a version of its own, under whatever status
 */
export function chainDifferences(seen: Seen[], isPaid: boolean): Difference[] {
  const chain = seen.toSorted((a, b) => a.booking.version - b.booking.version);
  return chain.slice(1).flatMap((after, at) => stepDifferences(chain[at], after, isPaid));
}

function stepDifferences(before: Seen, after: Seen, isPaid: boolean): Difference[] {
  const [a, b] = [before.booking, after.booking];
  const name = `Booking ${a.id}, version ${a.version} ${a.status} -> ${b.version} ${b.status}`;
  if (a.version === b.version) {
    if (JSON.stringify(a) !== JSON.stringify(b)) return [`${name}: one version, two contents.`];
    return isRepeat(before, after) ? [] : [`${name}: ${before.deed} and ${after.deed} made one version.`];
  }
  const status = b.status as BookingStatus;
  if (after.deed && !leadsTo(commandOf(after.deed), status) && !isNothingNew(after))
    return [`${name}: not by ${after.deed}.`];
  const reached = reachable(a.status as BookingStatus, b.version - a.version, after.deed, isPaid);
  return reached.has(status) ? [] : [`${name}: no way leads there${after.deed ? ` by ${after.deed}` : ''}.`];
}

/** One of them was only seen, or a deed that was done already was answered with the booking as it is. */
function isRepeat(a: Seen, b: Seen): boolean {
  return a.deed === null || b.deed === null || a.deed === b.deed || isNothingNew(a) || isNothingNew(b);
}

/** A change to what the booking is already, and a confirmation of what is confirmed, change nothing. */
function isNothingNew({ deed }: Seen): boolean {
  return deed === 'modify' || deed === 'confirm';
}

/** The statuses that so many versions can lead to: all but the last by themselves or unseen, the last by the deed. */
function reachable(from: BookingStatus, versions: number, deed: Deed | null, isPaid: boolean): Set<BookingStatus> {
  let at = new Set([from]);
  for (let left = versions; left > 0; left--) {
    const isDeeds = left === 1 && deed && !isNothingNewDeed(deed);
    const commands = isDeeds ? [commandOf(deed)] : [...BY_ITSELF, ...UNSEEN];
    const next = [...at].flatMap((status) => commands.flatMap((command) => TRANSITIONS[command][status] ?? []));
    at = new Set(isPaid && !isDeeds ? [...at, ...next] : next);
  }
  return at;
}

const isNothingNewDeed = (deed: Deed): boolean => deed === 'modify' || deed === 'confirm';

/** Deeds whose answer said that they met others every time may have been done after all. */
const UNSEEN = (Object.keys(REFUSALS) as Deed[]).map(commandOf);
