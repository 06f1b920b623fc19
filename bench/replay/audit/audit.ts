import type { BookingStatus } from '../../../generated/types.ts';
import type { Cloud } from '../../../local/cloud/contract.ts';
import type { PmsSimulator } from '../../../local/pms/simulator.ts';
import type { GraphqlClient } from '../../client/graphqlClient.ts';
import type { Session } from '../../client/session.ts';
import { type Consumers, compareConsumers } from '../consumers/compareConsumers.ts';
import { toDayNumber } from '../dayNumbers.ts';
import type { ReplayPlan } from '../plan/plan.ts';
import type { Fates } from '../run/fates.ts';
import { compareCalendar } from './compareCalendar.ts';
import { compareFates } from './compareFates.ts';
import { type Difference, type Recount, recount } from './recount.ts';
import { scanTables, type TableContents } from './scanTables.ts';

/** Passed when `differences` is empty; an oversold night is one of them. */
export type Audit = Recount & {
  /** Bookings in the table, whatever their status. */
  bookings: number;
  byStatus: Partial<Record<BookingStatus, number>>;
  /** Nights of room types that the API was asked for. */
  calendarNights: number;
  consumers: Consumers;
};

export type AuditSources = { cloud: Cloud; client: GraphqlClient; staff: Session; simulator: PmsSimulator };

/**
 * Reads everything back once nothing is being sent any more and all consumers are at rest, and says what is not as it
 * must be.
 */
export async function audit(sources: AuditSources, plan: ReplayPlan, fates: Fates): Promise<Audit> {
  const contents = ofHotels(await scanTables(sources.cloud), plan);
  const counted = recount(contents);
  const differences = [...counted.differences, ...compareFates(contents.bookings, fates)];
  let calendarNights = 0;
  const rangeNights = toDayNumber(plan.range.to) - toDayNumber(plan.range.from);
  for (const { property, roomTypes } of plan.hotels) {
    const compared = await compareCalendar(sources, property.id, plan.range, contents.pages);
    calendarNights += compared.nights;
    differences.push(
      ...compared.differences,
      ...missingNights(property.id, compared.nights, roomTypes.length * rangeNights),
    );
  }
  const propertyIds = plan.hotels.map(({ property }) => property.id);
  const consumers = await compareConsumers(sources.cloud, sources.simulator, contents, propertyIds);
  differences.push(...consumers.differences);
  return {
    ...counted,
    bookings: contents.bookings.length,
    byStatus: countBy(contents.bookings),
    calendarNights,
    consumers,
    differences,
  };
}

function countBy(bookings: TableContents['bookings']): Audit['byStatus'] {
  const groups = [...Map.groupBy(bookings, ({ status }) => status)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([status, { length }]) => [status, length]));
}

function missingNights(propertyId: string, shown: number, wanted: number): Difference[] {
  return shown === wanted ? [] : [`The API shows ${shown} nights of room types for ${propertyId}, not ${wanted}.`];
}

/** A cloud that others use as well may hold other properties. */
function ofHotels({ pages, bookings }: TableContents, { hotels }: ReplayPlan): TableContents {
  const ids = new Set(hotels.map(({ property }) => property.id));
  return {
    pages: pages.filter(({ property_id }) => ids.has(property_id)),
    bookings: bookings.filter(({ property_id }) => ids.has(property_id)),
  };
}
