import type { PlannedBooking } from '../plan/plannedBooking.ts';
import { type Caller, call, send } from './call.ts';
import type { Fate } from './fates.ts';

const JOIN = 'mutation($input: BookRoomInput!) { joinWaitlist(input: $input) { id status } }';

/** Who waited in the data waits here too, where the stay is sold out. Null where it is not any more. */
export async function join(caller: Caller, booking: PlannedBooking): Promise<Fate | null> {
  const { input } = booking;
  const { end } = await call(caller, 'joinWaitlist', () => send(caller, JOIN, { input }));
  if (end.kind === 'refused') return null;
  const states: Fate['states'] = [{ status: 'WAITLISTED', departure: input.departure, fee: null }];
  const outcome = end.kind === 'done' ? 'accepted' : 'unknown';
  return { booking, outcome, refusal: 'SoldOut', isOffered: false, states };
}
