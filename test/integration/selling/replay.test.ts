import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { replay, type ReplayResult } from '../../../bench/replay/replay.ts';
import { type CsvRow, csvOf } from '../../../bench/replay/testing/csvOf.ts';
import { startCloud } from '../../../local/cloud/start.ts';

const START_MS = 240_000;
const CITY_FILE = join(import.meta.dirname, '../../../../shared/data/hotel-booking-demand/city_hotel.csv.gz');

function expectAudited({ audit, plan }: ReplayResult): void {
  expect(audit.differences).toEqual([]);
  expect(audit.oversold).toBe(0);
  expect(audit.nights).toBeGreaterThan(plan.days.length);
}

/** The audit found nothing, and every request got an answer that tells. */
function expectSound(result: ReplayResult): void {
  expectAudited(result);
  const { report, audit, plan } = result;
  const { bookRoom, cancelBooking } = report.operations;
  expect(bookRoom.gaveUp + cancelBooking.gaveUp).toBe(0);
  expect(cancelBooking.refused).toEqual({});
  const refused = Object.values(bookRoom.refused).reduce((sum, count) => sum + count, 0);
  expect(bookRoom.done + refused + report.dayUse).toBe(plan.rows);
  expect(audit.bookings).toBe(bookRoom.done);
}

describe('a hotel of two rooms', () => {
  let folder = '';
  let result: ReplayResult;

  // Three want the same two rooms on one day; the third gets a room only after a cancellation, ten days later.
  const stay = { arrival: '2016-07-30', week: 4, adr: '80' } satisfies CsvRow;
  const rows: CsvRow[] = [
    { ...stay, lead_time: 30 },
    { ...stay, lead_time: 29, status: 'Canceled', statusDate: '2016-07-10' },
    { ...stay, lead_time: 25 },
    { ...stay, lead_time: 15 },
    { ...stay, lead_time: 14, week: 0 },
    { arrival: '2016-08-20', lead_time: 5, week: 1, status: 'Canceled', statusDate: '2016-08-15' },
    { arrival: '2016-08-21', lead_time: 5, week: 1, status: 'No-Show' },
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyrack-replay-'));
    const file = join(folder, 'small.csv');
    await writeFile(file, csvOf(rows));
    result = await replay({ file, capacity: { A: 2 }, clients: 4 });
  }, START_MS);
  afterAll(() => rm(folder, { recursive: true }));

  test('stock refuses what it has not, and a cancellation gives its nights to the next', () => {
    const { bookRoom, cancelBooking } = result.report.operations;
    expect(bookRoom.refused).toEqual({ SoldOut: 1 });
    expect(bookRoom.done).toBe(5);
    expect(cancelBooking.done).toBe(2);
    expect(result.report.dayUse).toBe(1);
  });

  test('tables, API and clients agree', () => {
    expectSound(result);
    // Two stays of four nights, and the night of the one who did not come.
    expect(result.audit.sold).toBe(9);
  });
});

// The file is not part of the project; see bench/README.md for where it comes from.
describe.skipIf(!existsSync(CITY_FILE))('a slice of the City hotel file', () => {
  test(
    'sells out under 32 clients without an oversold night',
    async () => {
      // The busiest booking day, into a hotel a tenth of its size.
      const result = await replay({ file: CITY_FILE, from: '2014-10-17', limit: 600, capacity: { A: 12 } });
      expectSound(result);
      expect(result.report.operations.bookRoom.refused.SoldOut).toBeGreaterThan(50);
      expect(result.report.operations.cancelBooking.done).toBeGreaterThan(10);
    },
    START_MS * 2,
  );
});

describe('under faults', () => {
  test(
    'collisions and lost answers cost retries, never a night',
    async () => {
      const cloud = await startCloud({ port: 0, dataFolder: null });
      onTestFinished(() => cloud.stop());
      const folder = await mkdtemp(join(tmpdir(), 'keyrack-replay-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const file = join(folder, 'rush.csv');
      // All on one day for the nights of one page, more than there are units; every third cancels that day.
      const rows = Array.from({ length: 90 }, (_, index): CsvRow => {
        const booked = { arrival: '2016-07-20', lead_time: 10, week: 1 + (index % 4) };
        return index % 3 === 0 ? { ...booked, status: 'Canceled', statusDate: '2016-07-10' } : booked;
      });
      await writeFile(file, csvOf(rows));
      cloud.faults.set({
        seed: 7,
        rules: [{ kind: 'timeoutAfter', operations: ['TransactWriteItems'], rate: 0.1 }],
        overlap: { inFlightMs: 5 },
      });
      const result = await replay({ file, cloud, capacity: { A: 40 }, clients: 16 });
      expectAudited(result);
      expect(cloud.faults.counts().overlapConflict).toBeGreaterThan(0);
      expect(cloud.faults.counts().timeoutAfter).toBeGreaterThan(0);
      expect(result.report.operations.bookRoom.done).toBeGreaterThanOrEqual(30);
    },
    START_MS,
  );
});
