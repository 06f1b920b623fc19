import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidth, placeCell } from '../portable/items/placeCell.ts';
import { cellsAround } from './cellsAround.ts';
import { distanceKm, type Place } from './distance.ts';

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Where one comes from a place by degrees north and east, over the poles and the 180th meridian. */
function moved({ latitude, longitude }: Place, north: number, east: number): Place {
  const up = latitude + north;
  const isOverPole = Math.abs(up) > 90;
  const turned = longitude + east + (isOverPole ? 180 : 0);
  return {
    latitude: isOverPole ? Math.sign(up) * 180 - up : up,
    longitude: ((((turned + 180) % 360) + 360) % 360) - 180,
  };
}

describe('the cells around a place', () => {
  it('have every place within the radius', () => {
    const step = fc.double({ min: -1, max: 1, noNaN: true });
    let near = 0;
    fc.assert(
      fc.property(place, fc.double({ min: 0.1, max: 100, noNaN: true }), step, step, (centre, radius, north, east) => {
        const wide = Math.max(0.01, Math.cos((centre.latitude * Math.PI) / 180));
        const other = moved(centre, (north * radius) / 111, (east * radius) / 111 / wide);
        if (distanceKm(centre, other) > radius) return;
        near += 1;
        expect(cellsAround(centre, radius)).toContain(placeCell(other.latitude, other.longitude));
      }),
      { numRuns: 3_000 },
    );
    expect(near).toBeGreaterThan(1_000);
  });

  it('are few, wherever it lies', () => {
    fc.assert(
      fc.property(place, (centre) => {
        const cells = cellsAround(centre, 100);
        expect(cells.length).toBeLessThanOrEqual(24);
        expect(new Set(cells).size).toBe(cells.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lie on both sides of the 180th meridian and all around a pole', () => {
    expect(cellsAround({ latitude: 0.5, longitude: 179.9 }, 30).sort()).toEqual(['0:0', '0:359']);
    expect(cellsAround({ latitude: 0.5, longitude: -180 }, 30).sort()).toEqual(['0:0', '0:359']);
    expect(cellsAround({ latitude: 89.9, longitude: 12 }, 50).sort()).toEqual(['89:0', '89:1', '89:2', '89:3']);
    expect(cellsAround({ latitude: -90, longitude: 0 }, 50)).toHaveLength(4);
  });
});

describe('a cell', () => {
  it('is the same for both names of the 180th meridian', () => {
    expect(placeCell(10, 180)).toBe(placeCell(10, -180));
    expect([placeCell(90, 0), placeCell(-90, 0)]).toEqual(['89:2', '-90:2']);
  });

  it('has a width that the circle is a multiple of, alike in both hemispheres', () => {
    for (let band = 0; band < 90; band += 1) {
      expect(360 % columnWidth(band)).toBe(0);
      expect(columnWidth(-band - 1)).toBe(columnWidth(band));
    }
  });
});
