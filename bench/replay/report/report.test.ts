import { expect, test } from 'vitest';
import { createTally } from '../run/tally.ts';
import { auditLines, reportLines } from './report.ts';

const latency = { count: 3, p50: 1, p95: 2, p99: 3, max: 3 };
const counts = { calls: 4, done: 2, refused: { SoldOut: 1 }, gaveUp: 0, retries: 1, latency };

test('each operation has its row, refusals appear by reason, rates by second', () => {
  const operations = { ...createTally().summary(), bookRoom: counts, cancelBooking: { ...counts, refused: {} } };
  const waiting = { waited: 3, offered: 1 };
  const report = { rows: 4, dayUse: 1, ...waiting, operations, seconds: 2, restSeconds: 1 };
  const lines = reportLines(report).map((line) => line.replaceAll(/\s+/g, ' '));
  expect(lines).toContain('requests 8');
  expect(lines).toContain('bookRoom: SoldOut 1');
  expect(lines).toContain('and were offered a room 1');
  expect(lines).toContain('bookings/s accepted 1.0');
  expect(lines).toContain('cancelBooking 4 2 0 0 1 1.0 2.0 3.0');
  expect(lines).toContain('checkIn 0 0 0 0 0 0.0 0.0 0.0');
});

test('the first differences are shown, and how many there are', () => {
  const reservations = { reservations: 0, endedReservations: 0 };
  const consumers = { cachedNights: 30, versions: 0, ...reservations, messagesLeft: 0, differences: [] };
  const bookings = { bookings: 2, byStatus: { CHECKED_OUT: 2 } };
  const counted = { pages: 1, nights: 30, ...bookings, sold: 0, oversold: 0, calendarNights: 0, consumers };
  const passed = auditLines({ ...counted, differences: [] });
  expect(passed.at(-1)).toMatch('Audit passed');
  expect(passed.map((line) => line.trim().replaceAll(/\s+/g, ' '))).toContain('CHECKED_OUT 2');
  const lines = auditLines({
    ...counted,
    differences: Array.from({ length: 25 }, (_, index) => `difference ${index}`),
  });
  expect(lines).toContain('  difference 19');
  expect(lines).not.toContain('  difference 20');
  expect(lines.slice(-2)).toEqual(['  and 5 more', 'Audit FAILED.']);
});
