import { expect, test } from 'vitest';
import { auditLines, reportLines } from './report.ts';

const latency = { count: 3, p50: 1, p95: 2, p99: 3, max: 3 };
const counts = { calls: 4, done: 2, refused: { SoldOut: 1 }, gaveUp: 0, retries: 1, latency };

test('refusals appear by reason, rates by second', () => {
  const operations = { bookRoom: counts, cancelBooking: { ...counts, refused: {} } };
  const lines = reportLines({ rows: 4, dayUse: 1, operations, seconds: 2, restSeconds: 1 }).map((line) =>
    line.replaceAll(/\s+/g, ' '),
  );
  expect(lines).toContain('requests 8');
  expect(lines).toContain('booking refused: SoldOut 1');
  expect(lines).toContain('bookings/s accepted 1.0');
  expect(lines).toContain('cancelBooking 3 1.0 2.0 3.0');
});

test('the first differences are shown, and how many there are', () => {
  const consumers = { cachedNights: 30, versions: 0, reservations: 0, messagesLeft: 0, differences: [] };
  const counted = { pages: 1, nights: 30, bookings: 0, sold: 0, oversold: 0, calendarNights: 0, consumers };
  expect(auditLines({ ...counted, differences: [] }).at(-1)).toMatch('Audit passed');
  const lines = auditLines({
    ...counted,
    differences: Array.from({ length: 25 }, (_, index) => `difference ${index}`),
  });
  expect(lines).toContain('  difference 19');
  expect(lines).not.toContain('  difference 20');
  expect(lines.slice(-2)).toEqual(['  and 5 more', 'Audit FAILED.']);
});
