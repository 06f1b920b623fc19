import type { Cloud } from '../../../local/cloud/contract.ts';
import type { PmsSimulator } from '../../../local/pms/simulator.ts';
import type { Difference } from '../audit/recount.ts';
import type { TableContents } from '../audit/scanTables.ts';
import { compareCache } from './compareCache.ts';
import { compareHistory } from './compareHistory.ts';
import { comparePms } from './comparePms.ts';
import { restingMessages } from './restingMessages.ts';

/** What those who follow the writes hold. */
export type Consumers = {
  cachedNights: number;
  /** Rows of the audit history. */
  versions: number;
  /** Reservations that stand, in the PMS of each property. */
  reservations: number;
  /** Those that were cancelled, or are over. */
  endedReservations: number;
  /** In all queues and dead letter queues. */
  messagesLeft: number;
  differences: Difference[];
};

/** Holds cache, audit history, PMS and queues against the tables, once all consumers are at rest. */
export async function compareConsumers(
  cloud: Cloud,
  simulator: PmsSimulator,
  { pages, bookings }: TableContents,
  propertyIds: string[],
): Promise<Consumers> {
  const cache = await compareCache(cloud, pages);
  const history = await compareHistory(cloud, bookings, propertyIds);
  const pms = comparePms(simulator, bookings, propertyIds);
  const resting = await restingMessages(cloud);
  return {
    cachedNights: cache.nights,
    versions: history.versions,
    reservations: pms.active,
    endedReservations: pms.ended,
    messagesLeft: resting.reduce((sum, { messages }) => sum + messages, 0),
    differences: [
      ...cache.differences,
      ...history.differences,
      ...pms.differences,
      ...resting.map(({ queue, messages }) => `Queue ${queue} holds ${messages} messages.`),
    ],
  };
}
