import { bandOf, cellKey, columnOf, columnWidth } from '../portable/items/placeCell.ts';
import { EARTH_RADIUS_KM, type Place } from './distance.ts';

/** Wider than rounding, narrower than a millimetre. */
const MARGIN = 1e-9;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The cells that a circle meets, over the 180th meridian and around the poles too; at least those, each once. */
export function cellsAround({ latitude, longitude }: Place, radiusKm: number): string[] {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const reach = degrees(angle) + MARGIN;
  const [south, north] = [Math.max(-90, latitude - reach), Math.min(90, latitude + reach)];
  const cells = new Set<string>();
  for (let band = bandOf(south); band <= bandOf(north); band += 1) {
    for (const column of columns(band, longitude, longitudeReach(latitude, angle))) cells.add(cellKey(band, column));
  }
  return [...cells];
}

/** Degrees of longitude that the circle reaches to either side: 180 where it takes in a pole. */
function longitudeReach(latitude: number, angle: number): number {
  const sine = Math.sin(angle) / Math.cos(radians(latitude));
  const hasPole = angle >= Math.PI / 2 || radians(Math.abs(latitude)) + angle >= Math.PI / 2;
  return hasPole || sine >= 1 ? 180 : degrees(Math.asin(sine)) + MARGIN;
}

function* columns(band: number, longitude: number, reach: number): Generator<number> {
  const width = columnWidth(band);
  const count = 360 / width;
  const first = columnOf(band, longitude - reach);
  const last = Math.min(first + count - 1, Math.floor((longitude + reach + 180) / width));
  for (let column = first; column <= last; column += 1) yield ((column % count) + count) % count;
}
