import { setTimeout as delay } from 'node:timers/promises';
import type { GraphqlClient } from '../../client/graphqlClient.ts';
import type { Session } from '../../client/session.ts';
import type { End } from './tally.ts';

const STATUS = 'query($id: ID!) { booking(id: $id) { status refusal { type } } }';

type Answer = { booking: { status: string; refusal: { type: string } | null } | null };

/** How long a booking may stand in line before the client gives it up, and how often it asks. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;

/** Waits until a booking that stands in line is confirmed or refused. */
export async function settle(client: GraphqlClient, staff: Session, bookingId: string): Promise<End> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const outcome = await client.send<Answer>(STATUS, { id: bookingId }, await staff.idToken());
    const booking = outcome.kind === 'ok' ? outcome.data.booking : null;
    if (booking?.status === 'REFUSED') return { kind: 'refused', type: booking.refusal?.type ?? 'Unnamed' };
    if (booking && booking.status !== 'QUEUED') return { kind: 'done' };
    await delay(PAUSE_MS);
  }
  return { kind: 'gaveUp' };
}
