import { type CalendarPage, has, NO_RATE, type SellablePage } from '../portable/items/calendarPage.ts';
import { EXCEPTION, HEAD, NARROW, nightSize, nightsIn, pageSize } from './layout.ts';

/*
 * A calendar page as the cache holds it; numbers are big-endian.
 *
 * | bytes | what |
 * |---|---|
 * | 4 | the page's version |
 * | 1 | number of nights, and in the highest bit whether rates are narrow |
 * | 1 | number of exceptions |
 * | 6 or 7 a night | available units (2, signed), rate in minor units (3 where narrow, else 4; all ones where none is loaded), restrictions (1) |
 * | 2 an exception | index of a night, its minimum stay |
 *
 * The byte of restrictions holds closed (1), closed to arrival (2), closed to departure (4) and, above them, the minimum
 * stay; 0 there says that it is longer than 31 nights, which is rare, and stands among the exceptions.
 */
const ABSENT_RATE = 0xffff_ffff;
const ABSENT_NARROW = 0xff_ffff;
const LONGEST_INLINE = 31;
const CLOSED = 1;
const CLOSED_TO_ARRIVAL = 2;
const CLOSED_TO_DEPARTURE = 4;
const MIN_STAY_SHIFT = 3;

/** One night of a cached page. */
export type CachedNight = {
  /** Below 0 where it is oversold. */
  available: number;
  /** Minor units; null where none is loaded. */
  rate: number | null;
  closed: boolean;
  closedToArrival: boolean;
  closedToDeparture: boolean;
  /** Nights; 1 is no minimum. */
  minStay: number;
};

/** What of a page is packed. */
export type PackablePage = SellablePage & Pick<CalendarPage, 'version'>;

/** @throws {RangeError} for a number that does not fit, naming it */
export function packPage(page: PackablePage): Uint8Array {
  const count = within('number of nights', page.available_units.length, 0, 31);
  const exceptions = page.min_stay.flatMap((nights, index) => (nights > LONGEST_INLINE ? [index] : []));
  const shape = count | (page.rate.every(isNarrow) ? NARROW : 0);
  const bytes = new Uint8Array(pageSize(shape, exceptions.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, within('version', page.version, 0, 0xffff_ffff));
  view.setUint8(4, shape);
  view.setUint8(5, exceptions.length);
  for (let index = 0; index < count; index += 1) packNight(view, page, index, shape);
  for (const [position, index] of exceptions.entries()) {
    const at = pageSize(shape, position);
    view.setUint8(at, index);
    view.setUint8(at + 1, page.min_stay[index]);
  }
  return bytes;
}

/** Most rates of a hotel: up to 167,772.14 where a unit has a hundred minor ones. */
const isNarrow = (rate: number): boolean => rate < ABSENT_NARROW;

function packNight(view: DataView, page: SellablePage, index: number, shape: number): void {
  const size = nightSize(shape);
  const at = HEAD + index * size;
  const minStay = within('min_stay', page.min_stay[index], 1, 255);
  view.setInt16(at, within('available_units', page.available_units[index], -0x8000, 0x7fff));
  packRate(view, at + 2, page.rate[index], shape);
  view.setUint8(
    at + size - 1,
    (has(page.closed, index) ? CLOSED : 0) |
      (has(page.closed_to_arrival, index) ? CLOSED_TO_ARRIVAL : 0) |
      (has(page.closed_to_departure, index) ? CLOSED_TO_DEPARTURE : 0) |
      ((minStay > LONGEST_INLINE ? 0 : minStay) << MIN_STAY_SHIFT),
  );
}

function packRate(view: DataView, at: number, rate: number, shape: number): void {
  const packed = rate === NO_RATE ? ABSENT_RATE : within('rate', rate, 0, ABSENT_RATE - 1);
  if (!(shape & NARROW)) return view.setUint32(at, packed);
  view.setUint8(at, packed >>> 16);
  view.setUint16(at + 1, packed);
}

function within(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} is ${value}, no whole number from ${least} to ${most}: the page cannot be cached`);
}

/** The version of a packed page. */
export const packedVersion = (page: Uint8Array): number => uint32(page, 0);

/** How many nights a packed page has. */
export const packedNights = (page: Uint8Array): number => nightsIn(page[4]);

/**
 * The nights from..to-1 of a packed page, as indexes of the month, without reading the others.
 * @throws {RangeError} when the page has not all of them
 */
export function unpackNights(page: Uint8Array, from: number, to: number): CachedNight[] {
  if (from < 0 || to > packedNights(page)) throw new RangeError(`the page has no nights ${from} to ${to}`);
  const nights: CachedNight[] = [];
  for (let index = from; index < to; index += 1) nights.push(unpackNight(page, index));
  return nights;
}

function unpackNight(page: Uint8Array, index: number): CachedNight {
  const size = nightSize(page[4]);
  const at = HEAD + index * size;
  const restrictions = page[at + size - 1];
  return {
    // Moved up and down again, so that its first bit is the sign.
    available: ((page[at] << 24) >> 16) | page[at + 1],
    rate: unpackRate(page, at + 2),
    closed: (restrictions & CLOSED) !== 0,
    closedToArrival: (restrictions & CLOSED_TO_ARRIVAL) !== 0,
    closedToDeparture: (restrictions & CLOSED_TO_DEPARTURE) !== 0,
    minStay: restrictions >> MIN_STAY_SHIFT || exception(page, index),
  };
}

function unpackRate(page: Uint8Array, at: number): number | null {
  if (page[4] & NARROW) {
    const rate = (page[at] << 16) | (page[at + 1] << 8) | page[at + 2];
    return rate === ABSENT_NARROW ? null : rate;
  }
  const rate = uint32(page, at);
  return rate === ABSENT_RATE ? null : rate;
}

function exception(page: Uint8Array, index: number): number {
  for (let at = pageSize(page[4], 0); at < page.length; at += EXCEPTION) {
    if (page[at] === index) return page[at + 1];
  }
  throw new RangeError(`the page has no exception for night ${index}`);
}

/** By hand, as a DataView costs more to make than the few numbers of a stay take to read. */
const uint32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
