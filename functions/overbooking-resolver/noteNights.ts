import { type OverbookedNight, overbookedNights, partsOfPageKey } from '../../core/overbooking/overbookedNight.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { Overbooking } from '../../core/portable/items/overbooking.ts';
import { openRecords } from '../shared/overbookings/openRecords.ts';
import { tellRecord } from '../shared/overbookings/tellRecord.ts';
import { config } from './config.ts';
import type { House } from './readHouse.ts';

/** An overbooked night, with the version of the page that shows it. */
export type SeenNight = OverbookedNight & { page_version: number };

/**
 * Brings the records in line with the pages: opens those that are missing, ends those of nights that came right or
 * are over.
 * @returns the nights to relieve: `shortfall` is what staff do not live with
 */
export async function noteNights(house: House): Promise<SeenNight[]> {
  const seen = seenNights(house);
  const short = new Set(seen.map(({ overbooking_id }) => overbooking_id));
  const open = await openRecords(config.operationsTable, house.property.property_id);
  await Promise.all(open.filter(({ overbooking_id }) => !short.has(overbooking_id)).map((each) => end(each, house)));
  const noted = await Promise.all(seen.map(note));
  return noted.flat();
}

function seenNights({ pages, roomTypes, today }: House): SeenNight[] {
  const allowances = new Map(roomTypes.map((type) => [type.room_type_id, type.oversell_allowance]));
  return pages.flatMap((page) => {
    const allowance = allowances.get(partsOfPageKey(page.page).roomTypeId) ?? 0;
    const nights = overbookedNights(page, allowance).filter(({ date }) => date >= today);
    return nights.map((night) => ({ ...night, page_version: page.version }));
  });
}

/** Of a page that is gone nothing newer can be told. */
async function end(record: Overbooking, { pages, today }: House): Promise<void> {
  const at = new Date().toISOString();
  if (record.date < today) {
    await tellRecord(config.operationsTable, record, { type: 'LAPSE', at });
    return;
  }
  const page = pages.find((each) => each.page === pageKey(record.date.slice(0, 7), record.room_type_id));
  const page_version = page?.version ?? record.page_version;
  await tellRecord(config.operationsTable, record, { type: 'CLEAR', page_version, at });
}

/** None where the night is accepted as it is. */
async function note(night: SeenNight): Promise<SeenNight[]> {
  const { page_version, ...detected } = night;
  const at = new Date().toISOString();
  const told = await tellRecord(config.operationsTable, night, { type: 'DETECT', night: detected, page_version, at });
  if ('refusal' in told || !told.record || told.record.status === 'RESOLVED') return [];
  const shortfall = night.shortfall - (told.record.accepted?.units ?? 0);
  return shortfall > 0 ? [{ ...night, shortfall }] : [];
}
