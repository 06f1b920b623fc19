/*
 * Places are found by cells: bands of one degree of latitude, cut into columns of whole degrees of longitude. Columns widen
 * towards the poles, so that a cell is never much narrower than high and a circle meets a few of them wherever it lies.
 */

/** The sparse index of the catalog that finds properties by cell. */
export const PLACE_INDEX = 'byPlace';

const TOP_BAND = 89;

/** The band of a latitude: -90 to 89, its southern edge. The north pole belongs to the last. */
export function bandOf(latitude: number): number {
  return Math.min(TOP_BAND, Math.floor(latitude));
}

/** Degrees of longitude that a column of the band is wide; 360 is a multiple of it. */
export function columnWidth(band: number): number {
  const fromEquator = band < 0 ? -band - 1 : band;
  if (fromEquator < 60) return 1;
  if (fromEquator < 80) return 3;
  return fromEquator < 88 ? 10 : 90;
}

/** The column of a longitude in a band, from -180 eastwards; 180 is -180. */
export function columnOf(band: number, longitude: number): number {
  const width = columnWidth(band);
  return longitude >= 180 ? 0 : Math.floor((longitude + 180) / width);
}

export function cellKey(band: number, column: number): string {
  return `${band}:${column}`;
}

/** The cell that a place lies in, as the catalog's `place_cell` has it. Degrees: -90 to 90 and -180 to 180. */
export function placeCell(latitude: number, longitude: number): string {
  const band = bandOf(latitude);
  return cellKey(band, columnOf(band, longitude));
}
