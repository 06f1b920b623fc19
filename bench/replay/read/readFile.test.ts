import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDate } from '../dayNumbers.ts';
import { capacityOf } from '../plan/capacity.ts';
import { csvOf } from '../testing/csvOf.ts';
import { readReservations } from './readFile.ts';
import type { Reservation } from './reservation.ts';

const CITY_FILE = join(import.meta.dirname, '../../../../shared/data/hotel-booking-demand/city_hotel.csv.gz');

describe('a file of the format', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyrack-replay-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function readText(text: string): Promise<Reservation[]> {
    await writeFile(join(folder, 'a.csv'), text);
    return readReservations(join(folder, 'a.csv'));
  }

  test('a row in the terms of a hotel', async () => {
    const [reservation] = await readText(
      csvOf([
        { arrival: '2016-02-29', lead_time: 31, week: 2, weekend: 1, adr: '76.5', children: 'NA', assigned: 'D  ' },
      ]),
    );
    expect(reservation).toMatchObject({
      row: 1,
      nights: 3,
      adults: 2,
      children: 0,
      reserved: 'A',
      assigned: 'D',
      rate: 7650,
    });
    expect(toDate(reservation?.arrival ?? 0)).toBe('2016-02-29');
    expect(toDate(reservation?.bookedOn ?? 0)).toBe('2016-01-29');
  });

  test('compressed or not', async () => {
    const text = csvOf([{}, {}]);
    await writeFile(join(folder, 'b.csv.gz'), gzipSync(text));
    expect(await readReservations(join(folder, 'b.csv.gz'))).toEqual(await readText(text));
  });

  test('a rate below 0 counts as 0', async () => {
    expect((await readText(csvOf([{ adr: '-6.38' }])))[0]?.rate).toBe(0);
  });

  test('what is not of the format is refused with its row and columns', async () => {
    await expect(readText(csvOf([{}, { lead_time: -1 }]))).rejects.toThrow(/Row 2 .*lead_time: must be a whole number/);
    await expect(readText('a,b\n1,2\n')).rejects.toThrow(/Row 1 .*hotel/);
    await expect(readText('')).rejects.toThrow('holds no rows');
  });
});

// The file itself is not part of the project. Figures: the description that comes with it.
describe.skipIf(!existsSync(CITY_FILE))('the City hotel file', () => {
  let city: Reservation[] = [];
  beforeAll(async () => {
    city = await readReservations(CITY_FILE);
  });
  const share = (predicate: (reservation: Reservation) => boolean) =>
    Math.round((city.filter(predicate).length / city.length) * 1000) / 10;

  test('rows, cancellations, no-shows, day use', () => {
    expect(city.length).toBe(79_330);
    expect(share(({ status }) => status === 'Canceled')).toBe(40.6);
    expect(share(({ status }) => status === 'No-Show')).toBe(1.2);
    expect(city.filter(({ nights }) => nights === 0).length).toBe(331);
  });

  test('lengths of stay', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((wanted) => share(({ nights }) => nights === wanted))).toEqual([
      16.7, 27, 27, 15.8, 6.3, 2.6, 2.6,
    ]);
    expect(Math.max(...city.map(({ nights }) => nights))).toBe(57);
  });

  test('arrivals and the busiest booking day', () => {
    const arrivals = city.map(({ arrival }) => arrival);
    expect([toDate(Math.min(...arrivals)), toDate(Math.max(...arrivals))]).toEqual(['2015-07-01', '2017-08-31']);
    const days = [...Map.groupBy(city, ({ bookedOn }) => bookedOn)].map(([day, rows]) => ({ day, count: rows.length }));
    const busiest = days.reduce((most, day) => (day.count > most.count ? day : most));
    expect({ date: toDate(busiest.day), count: busiest.count }).toEqual({ date: '2014-10-17', count: 2509 });
  });

  test('peak of units per room type and night', () => {
    const peaks = Object.fromEntries(capacityOf(city).map(({ roomTypeId, units }) => [roomTypeId, units]));
    expect(peaks).toMatchObject({ A: 146, B: 15, C: 3, D: 57, E: 10, F: 8, G: 5, K: 8 });
  });
});
