import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { replay, type ReplayResult } from '../../bench/replay/replay.ts';
import { type CsvRow, csvOf } from '../../bench/replay/testing/csvOf.ts';
import { startCloud } from '../../local/cloud/start.ts';

const START_MS = 240_000;
const CITY_FILE = join(import.meta.dirname, '../../../shared/data/hotel-booking-demand/city_hotel.csv.gz');

function expectAudited({ audit, plan }: ReplayResult): void {
  expect(audit.differences).toEqual([]);
  expect(audit.oversold).toBe(0);
  expect(audit.nights).toBeGreaterThan(plan.days.length);
}

/** The audit found nothing, and every request got an answer that tells. */
function expectSound(result: ReplayResult): void {
  expectAudited(result);
  const { report, audit, plan } = result;
  const { bookRoom, holdRoom, modifyBooking, joinWaitlist, ...others } = report.operations;
  expect(Object.values(report.operations).map(({ gaveUp }) => gaveUp)).toEqual(Array.from({ length: 10 }, () => 0));
  // Only what takes nights may find that there are none.
  expect(Object.values(others).map(({ refused }) => refused)).toEqual(Array.from({ length: 6 }, () => ({})));
  expect(Object.keys(modifyBooking.refused).filter((type) => type !== 'SoldOut')).toEqual([]);
  // What came free meanwhile is not waited for.
  expect(Object.keys(joinWaitlist.refused).filter((type) => type !== 'InvalidState')).toEqual([]);
  const refused = [bookRoom, holdRoom].flatMap((sale) => Object.values(sale.refused));
  const sold = bookRoom.done + holdRoom.done;
  expect(refused.reduce((sum, count) => sum + count, sold + report.dayUse)).toBe(plan.rows);
  expect(audit.bookings).toBe(sold + joinWaitlist.done);
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
    expect(result.audit.byStatus).toEqual({ CANCELLED: 2, CHECKED_OUT: 2, NO_SHOW: 1 });
  });
});

describe('a hotel of three rooms through whole stays', () => {
  const stay = { arrival: '2016-08-29', week: 4, adr: '80' } satisfies CsvRow;
  const rows: CsvRow[] = [
    // A night more, which is not slept in.
    { ...stay, lead_time: 40, changes: 1 },
    { ...stay, lead_time: 30, deposit: 'Refundable', status: 'No-Show' },
    { ...stay, lead_time: 20, deposit: 'Non Refund', status: 'Canceled', statusDate: '2016-08-26' },
    // Waits, and is offered what the cancellation gives back.
    { ...stay, lead_time: 10, waited: 3, deposit: 'Refundable' },
    // Waits in vain.
    { ...stay, lead_time: 9, waited: 3 },
    // Takes the room of who did not come, and leaves after two nights, on the first of the next month.
    { ...stay, arrival: '2016-08-30', week: 5, lead_time: 0, changes: 2, statusDate: '2016-09-01' },
    // Comes and books as that one leaves.
    { ...stay, arrival: '2016-09-01', week: 2, lead_time: 0, deposit: 'Refundable' },
  ];

  test(
    'deposits, changes, early leavings and no-shows: the audit finds each as it must be',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'keyrack-replay-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const file = join(folder, 'stays.csv');
      await writeFile(file, csvOf(rows));
      // One after another, in the order of the day.
      const { audit, report } = await replay({ file, capacity: { A: 3 }, clients: 1 });
      expect(audit.differences).toEqual([]);
      expect(audit.byStatus).toEqual({ CANCELLED: 1, CHECKED_OUT: 4, NO_SHOW: 1, RELEASED: 1 });
      // The two longest, the night of the no-show, two of the one who left early, and two.
      expect(audit.sold).toBe(4 + 4 + 1 + 2 + 2);
      const done = Object.entries(report.operations).map(([operation, counts]) => [operation, counts.done]);
      expect(Object.fromEntries(done)).toEqual({
        bookRoom: 2,
        holdRoom: 3,
        confirmBooking: 4,
        joinWaitlist: 2,
        leaveWaitlist: 1,
        modifyBooking: 3,
        cancelBooking: 1,
        checkIn: 4,
        checkOut: 4,
        markNoShow: 1,
      });
      expect(report.operations.bookRoom.refused).toEqual({ SoldOut: 1 });
      expect({ waited: report.waited, offered: report.offered }).toEqual({ waited: 2, offered: 1 });
      expect(audit.consumers.endedReservations).toBe(6);
    },
    START_MS,
  );
});

// The file is not part of the project; see bench/README.md for where it comes from.
describe.skipIf(!existsSync(CITY_FILE))('a slice of the City hotel file', () => {
  test(
    'sells out under 32 clients without an oversold night',
    async () => {
      // The busiest booking day, into a hotel a tenth of its size.
      const result = await replay({ file: CITY_FILE, from: '2014-10-17', limit: 400, capacity: { A: 8 } });
      expectSound(result);
      const { bookRoom, holdRoom, cancelBooking } = result.report.operations;
      expect((bookRoom.refused.SoldOut ?? 0) + (holdRoom.refused.SoldOut ?? 0)).toBeGreaterThan(50);
      expect(cancelBooking.done).toBeGreaterThan(10);
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
        const deposit = index % 5 === 0 ? 'Non Refund' : 'No Deposit';
        const booked = { arrival: '2016-07-20', lead_time: 10, week: 1 + (index % 4), deposit } as const;
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
