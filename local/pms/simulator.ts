import { createServer } from 'node:http';
import type { BehaviourInput } from '../simulator/behaviour/behaviour.ts';
import { createBehaviours } from '../simulator/behaviour/behaviours.ts';
import { listenOnLoopback, stopListening } from '../simulator/http/listen.ts';
import { handle } from './http/handle.ts';
import type { Pms } from './pms.ts';
import { openTravelProtocol } from './protocols/opentravel.ts';
import type { Protocol } from './protocols/protocol.ts';
import { webhookProtocol } from './protocols/webhook.ts';
import type { ReceivedCall } from './receivedCall.ts';
import type { Reservation } from './reservation.ts';
import { openReservationBook } from './reservationBook.ts';

/** Known to everybody: it guards nothing but the simulator. */
export const SIMULATOR_SECRET = `whsec_${Buffer.from('keyrack-pms-simulator-32-bytes!!').toString('base64')}`;

export type SimulatorOptions = {
  /** 0 or absent for any free one. */
  port?: number;
  /** Where reservations are kept from start to start; absent or null keeps them in memory. */
  dataFolder?: string | null;
  /** Of webhook signatures and basic authentication; {@link SIMULATOR_SECRET} where absent. */
  secret?: string;
  /** Takes a line for each delivery, without guest data. */
  log?: (line: string) => void;
  /** In 0 <= random < 1, for faults that come at a rate. */
  random?: () => number;
};

export type PmsSimulator = {
  /** Without a slash at the end. */
  url: string;
  /** Where deliveries for a property go. */
  endpoint(propertyId: string, protocol: Protocol['name']): string;
  /** The last ten thousand deliveries, oldest first. */
  received(): ReceivedCall[];
  reservations(propertyId?: string): Reservation[];
  /** How deliveries are treated from now on: of one property, or of all that have none of their own. */
  set(behaviour: BehaviourInput, propertyId?: string): void;
  /** Goes away at once: connections under way are cut. */
  stop(): Promise<void>;
};

/** Starts a PMS for any number of properties on loopback. @throws NodeJS.ErrnoException when the port is taken */
export async function startPmsSimulator(options: SimulatorOptions = {}): Promise<PmsSimulator> {
  const { port = 0, dataFolder = null, secret = SIMULATOR_SECRET, log = () => {}, random = Math.random } = options;
  const pms: Pms = {
    book: openReservationBook(dataFolder),
    behaviours: createBehaviours(random),
    calls: [],
    protocols: { webhook: webhookProtocol(secret), opentravel: openTravelProtocol(secret) },
    log,
  };
  const server = createServer((request, response) => {
    // Whoever sent it went away, or the simulator is at fault: either way there is nothing left to say.
    handle(pms, request, response).catch(() => response.destroy());
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server, port)}`;
  return {
    url,
    endpoint: (propertyId, protocol) => `${url}/properties/${encodeURIComponent(propertyId)}/${protocol}`,
    received: () => [...pms.calls],
    reservations: (propertyId) => pms.book.list(propertyId),
    set: pms.behaviours.set,
    stop: () => stopListening(server),
  };
}
