import type { PlannedBooking } from '../plan/plannedBooking.ts';
import { awaitTurn, type Sale } from './awaitTurn.ts';
import { type Caller, call, send } from './call.ts';
import { join } from './join.ts';
import type { Fate, State } from './fates.ts';

const WANTED = { bookRoom: 'CONFIRMED', holdRoom: 'HELD' } as const;
const OUTCOMES = { done: 'accepted', refused: 'refused', gaveUp: 'unknown' } as const;

/**
 * Books, or holds what is not paid yet. Who is sent into the line waits for his turn.
 * Who waited in the data joins the waiting list where it is sold out.
 * @returns what became of it; `fromLine` where a function granted it, by its own time
 * @throws when the answer is neither a sale nor a refusal
 */
export async function sell(caller: Caller, booking: PlannedBooking): Promise<{ fate: Fate; fromLine: boolean }> {
  const { bookingId, input, way } = booking;
  let fromLine = false;
  const once = async () => {
    const outcome = await send<Sale>(caller, mutation(way), { input });
    if (outcome.kind !== 'ok' || outcome.data.sale.status !== 'QUEUED') return outcome;
    fromLine = true;
    return awaitTurn(bookingId, (query, variables) => send(caller, query, variables));
  };
  const { outcome, end } = await call<Sale>(caller, way, once);
  if (outcome.kind === 'ok' && outcome.data.sale.status !== WANTED[way]) {
    throw new Error(`${bookingId} was answered as ${outcome.data.sale.status}, neither sold nor refused.`);
  }
  const refusal = end.kind === 'refused' ? end.type : null;
  // Who was refused in the line has a booking of this id that says so.
  if (refusal === 'SoldOut' && booking.waitedDays > 0 && !fromLine) {
    const fate = await join(caller, booking);
    if (fate) return { fate, fromLine };
  }
  return {
    fate: { booking, outcome: OUTCOMES[end.kind], refusal, isOffered: false, states: statesOf(booking) },
    fromLine,
  };
}

function mutation(way: PlannedBooking['way']): string {
  return `mutation($input: BookRoomInput!) {
  sale: ${way}(input: $input) { id status version nightlyRates totalPrice { amount currency } remaining }
}`;
}

/** A hold that nobody confirms runs out. */
function statesOf({ way, input: { departure } }: PlannedBooking): State[] {
  const state = (status: State['status']): State => ({ status, departure, fee: null });
  return way === 'bookRoom' ? [state('CONFIRMED')] : [state('HELD'), state('EXPIRED')];
}
