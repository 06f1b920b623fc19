import { setTimeout as delay } from 'node:timers/promises';
import { standingOf } from '../../core/portable/lifecycle/standing.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { createGraphqlClient } from '../client/graphqlClient.ts';
import { loadHotel } from '../client/loadHotel.ts';
import { createSession } from '../client/session.ts';
import { expiryDelays } from './expiryDelays.ts';
import { Guest } from './guest.ts';
import { newHouse } from './house.ts';
import { type Ledger, payAt, paymentDifferences } from './payments.ts';
import { readHouses } from './readHouses.ts';
import { inspect } from './inspect.ts';
import type { Difference } from './oracle.ts';
import type { Step } from './step.ts';
import { Tally } from './tally.ts';

/** What of a cloud it needs; tests have it from another process. */
export type SoakCloud = Pick<Cloud, 'graphqlUrl' | 'dynamodbUrl' | 'region' | 'tables' | 'signIn' | 'drained'> & {
  paymentsUrl: string;
  ledger: () => Promise<Ledger>;
};

const REQUEST_TIMEOUT_MS = 60_000;
const REST_TIMEOUT_MS = 300_000;
/** All holds and requests have ended by then. */
const HELD_TIMEOUT_MS = 120_000;
const UNITS = 4;
const HOLD_SECONDS = 4;
const MOST_HOLDS = 5;

/**
 * Lets guests do their steps, each guest's one after the other, all guests at once: in a house that is booked at once, in one
 * that is asked first, and in one that is paid in advance. Then waits until all is at rest, and inspects what the tables have.
 * @returns everything that is not as it must be
 */
export async function soak(cloud: SoakCloud, plans: readonly Step[][], tally = new Tally()): Promise<Difference[]> {
  const client = createGraphqlClient(cloud.graphqlUrl, { connections: plans.length, timeoutMs: REQUEST_TIMEOUT_MS });
  const kinds = ['INSTANT', 'ON_REQUEST', 'PREPAID'] as const;
  const houses = kinds.map((kind) => newHouse(kind, UNITS, HOLD_SECONDS));
  const propertyIds = houses.map(({ propertyId }) => propertyId);
  const operator = createSession(cloud, { name: 'soak-operator', email: 'o@example.com', groups: ['operator'] });
  const desk = createSession(cloud, {
    name: `desk-${propertyIds[0]}`,
    email: 'd@example.com',
    groups: ['staff'],
    propertyIds,
  });
  try {
    for (const { stock } of houses) await loadHotel(client, operator, stock);
    const guests = plans.map((_, at) => {
      const name = `guest-${at}-${propertyIds[0]}`;
      const guest = createSession(cloud, { name, email: `${at}@example.com`, groups: ['guest'] });
      const pay = (clientSecret: string): Promise<void> => payAt(cloud.paymentsUrl, clientSecret);
      return new Guest({ client, guest, desk, house: houses[at % houses.length], tally, pay });
    });
    await Promise.all(
      guests.map(async (guest, at) => {
        for (const step of plans[at]) await guest.take(step);
      }),
    );
    await cloud.drained({ timeoutMs: REST_TIMEOUT_MS });
    await untilNothingIsHeld(cloud, propertyIds);
    // What ended last has consequences, such as for its payment.
    await cloud.drained({ timeoutMs: REST_TIMEOUT_MS });
    const contents = await readHouses(cloud, propertyIds);
    for (const ms of expiryDelays(contents.bookings, guests)) tally.expired.record(ms);
    return [
      ...inspect(contents, guests, { mostHolds: MOST_HOLDS }),
      ...paymentDifferences(contents.bookings, await cloud.ledger()),
    ];
  } finally {
    await client.close();
  }
}

/**
 * Until every hold and request has ended: two tables are not read at one moment, and what ends by itself in between would look
 * like a difference. What has not ended long after its time is one.
 */
async function untilNothingIsHeld(cloud: SoakCloud, propertyIds: readonly string[]): Promise<void> {
  const latest = Date.now() + HELD_TIMEOUT_MS;
  for (;;) {
    const { bookings } = await readHouses(cloud, propertyIds);
    const held = bookings.filter(({ status }) => standingOf(status) === 'HELD' || status === 'QUEUED');
    if (held.length === 0 || Date.now() > latest) return;
    await delay(500);
  }
}
