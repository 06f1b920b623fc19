import type { PutPropertyInput, PutRoomTypeInput } from '../../generated/types.ts';

/** One room type of a demo hotel. */
export type DemoRoomType = Required<Pick<PutRoomTypeInput, 'id' | 'name' | 'rank' | 'adults' | 'children'>> & {
  /** Rooms of this type. */
  units: number;
  /** Minor units a night, in a month of factor 1 from Sunday to Thursday. */
  baseRate: number;
};

/** How rates and restrictions move with the year. All factors multiply the base rate. */
export type DemoYear = {
  /** A factor for each month, January first. Neighbours that are equal cost one request instead of two. */
  months: readonly [number, number, number, number, number, number, number, number, number, number, number, number];
  /** On top, for Friday and Saturday nights of months that are not quiet (factor 1 or more). */
  weekend: number;
  /** From this factor on, Friday and Saturday nights are only sold in stays of two nights. */
  busy: number;
  /** 21 December to 2 January, in place of the month's factor. */
  festive: { factor: number; minStay: number };
};

/** A hotel that does not exist, in a city that does. */
export type DemoHotel = {
  property: Omit<PutPropertyInput, 'homeRegion'>;
  /** Rates are rounded to this, in minor units. */
  rounding: number;
  year: DemoYear;
  roomTypes: DemoRoomType[];
};
