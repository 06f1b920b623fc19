import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../../client/graphqlClient.ts';

const BOOKING = 'query($id: ID!) { booking(id: $id) { status refusal { type message } } }';

type Refusal = { type: string; message: string };
type Turn = { booking: { status: string; refusal: Refusal | null } | null };
/** The answer to bookRoom or holdRoom. */
export type Sale = { sale: { status: string } };
type Send = (query: string, variables: Record<string, unknown>) => Promise<Outcome<Turn>>;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
const PATIENCE_MS = 120_000;

/**
 * Asks what became of a booking that waits in line, until it waits no more: then as if its own request had been answered so.
 * @throws when it still waits after two minutes
 */
export async function awaitTurn(bookingId: string, send: Send): Promise<Outcome<Sale>> {
  const end = performance.now() + PATIENCE_MS;
  for (let pause = FIRST_PAUSE_MS; performance.now() < end; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    await delay(pause);
    const outcome = await send(BOOKING, { id: bookingId });
    if (outcome.kind !== 'ok' || !outcome.data.booking) continue;
    const { status, refusal } = outcome.data.booking;
    if (status === 'REFUSED')
      return { kind: 'refused', retryable: false, ...(refusal ?? { type: 'None', message: '' }) };
    if (status !== 'QUEUED') return { kind: 'ok', data: { sale: { status } } };
  }
  throw new Error(`${bookingId} still waits in line.`);
}
