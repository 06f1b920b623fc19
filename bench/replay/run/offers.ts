import type { Outcome } from '../../client/graphqlClient.ts';
import { type Caller, send } from './call.ts';
import type { Fate } from './fates.ts';

const WAITLIST = `query($propertyId: ID!, $roomTypeId: ID!, $nextToken: String) {
  waitlist(propertyId: $propertyId, roomTypeId: $roomTypeId, limit: 100, nextToken: $nextToken) { items { id } nextToken }
}`;

type Line = { propertyId: string; roomTypeId: string };
type Answer = { waitlist: { items: { id: string }[]; nextToken: string | null } };

export function isWaiting({ states }: Fate): boolean {
  return states.every(({ status }) => status === 'WAITLISTED');
}

/**
 * Finds who waits no longer: each of them was offered a hold, which nobody has confirmed yet.
 * @param waiting as far as was known
 * @throws when the API does not tell who waits
 */
export async function findOffers(caller: Caller, waiting: Fate[]): Promise<Fate[]> {
  const lines = Map.groupBy(waiting, ({ booking: { input } }) => `${input.propertyId} ${input.roomTypeId}`);
  const offered: Fate[] = [];
  for (const [first, ...others] of lines.values()) {
    if (!first) continue;
    const inLine = await readLine(caller, first.booking.input);
    offered.push(...[first, ...others].filter(({ booking }) => !inLine.has(booking.bookingId)));
  }
  for (const fate of offered) {
    fate.isOffered = true;
    fate.states = fate.states.flatMap((state) => [
      { ...state, status: 'HELD' },
      { ...state, status: 'EXPIRED' },
    ]);
  }
  return offered;
}

async function readLine(caller: Caller, { propertyId, roomTypeId }: Line): Promise<Set<string>> {
  const ids = new Set<string>();
  let nextToken: string | null = null;
  do {
    const answer: Outcome<Answer> = await send<Answer>(caller, WAITLIST, { propertyId, roomTypeId, nextToken });
    if (answer.kind !== 'ok') throw new Error(`waitlist of ${roomTypeId}: ${answer.message}`);
    for (const { id } of answer.data.waitlist.items) ids.add(id);
    nextToken = answer.data.waitlist.nextToken;
  } while (nextToken !== null);
  return ids;
}
