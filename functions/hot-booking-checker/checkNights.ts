import {
  detectOverbookings,
  type Detection,
  type PageChange,
} from '../../core/overbooking/detection/detectOverbookings.ts';
import { type OverbookedNight, partsOfPageKey } from '../../core/overbooking/overbookedNight.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { isOpening, tellRecord, type Told } from '../shared/overbookings/tellRecord.ts';
import { wakeResolver } from '../shared/overbookings/wakeResolver.ts';
import { config } from './config.ts';
import { termsOf } from './terms.ts';

/**
 * Records each night that a change left overbooked, once, and wakes the resolver; ends the records of those that came
 * right. Most changes leave no night below zero, and cost nothing here.
 */
export async function checkNights(change: PageChange): Promise<void> {
  const { before, after } = change;
  if (!isBelowZero(after) && !(before && isBelowZero(before))) return;
  const { property_id, page, version } = after;
  const terms = await termsOf(property_id, partsOfPageKey(page).roomTypeId);
  // Replicas are watched where they are written.
  if (!terms || terms.homeRegion !== config.region) return;
  const found = detectOverbookings(change, terms);
  const told = await Promise.all(found.overbooked.map((night) => record(night, version)));
  await Promise.all(found.recovered.map((night) => clear(night, version)));
  report(found, told, after);
  // Also where nothing is new: the message of an earlier delivery may never have been sent.
  if (told.some(isOpen)) await wakeResolver(config.work, property_id, `${page} ${version}`);
}

const isBelowZero = ({ available_units }: CalendarPage): boolean => available_units.some((units) => units < 0);

const isOpen = (told: Told): boolean => 'record' in told && told.record !== null && told.record.status !== 'RESOLVED';

function record(night: OverbookedNight, page_version: number): Promise<Told> {
  const at = new Date().toISOString();
  return tellRecord(config.operationsTable, night, { type: 'DETECT', night, page_version, at });
}

function clear(night: OverbookedNight, page_version: number): Promise<Told> {
  const at = new Date().toISOString();
  return tellRecord(config.operationsTable, night, { type: 'CLEAR', page_version, at });
}

/** `HotConflictsDetected` counts the changes of pages that oversold something anew. */
function report({ overbooked }: Detection, told: Told[], { property_id, page, version }: CalendarPage): void {
  const opened = overbooked.filter((_, at) => isOpened(told[at]));
  if (opened.length === 0) return;
  const nights = opened.map(({ date, shortfall }) => ({ date, shortfall }));
  logger.warn('overbooked', { property_id, page, version, nights });
  measure('HotConflictsDetected', 1);
}

function isOpened(told: Told): boolean {
  return 'events' in told && told.events.some(isOpening);
}
