import fc from 'fast-check';
import type { RowDataPacket } from 'mysql2/promise';
import { describe, expect, it, vi } from 'vitest';
import { refillEvent } from '../../../core/audit/refillEvent.ts';
import { sampleBooking } from '../../../core/events/testing/sampleBooking.ts';
import { migrate } from '../../../functions/audit-migrator/migrate.ts';
import { missingVersions } from '../../../functions/shared/audit/missingVersions.ts';
import { recordEvents } from '../../../functions/shared/audit/recordEvents.ts';
import { withDatabase } from '../../support/data/history.ts';

// Contradictions are what is tried here: hundreds of lines about them tell nothing.
vi.hoisted(() => Object.assign(process.env, { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }));

// Hundreds of writes, on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const report = fc.record({
  booking: fc.integer({ min: 1, max: 3 }),
  version: fc.integer({ min: 1, max: 3 }),
  units: fc.constantFrom(1, 1, 1, 2),
});

it('however reports are repeated, mixed and written at once, each version is there once, and the fates tell which', () =>
  withDatabase(async (pool) => {
    await migrate(pool);
    let run = 0;
    const batches = fc.array(fc.array(report, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(batches, async (reports) => {
        run += 1;
        const idOf = (booking: number) => `run${run}-${booking}`;
        const writes = reports.map((batch) => {
          const events = batch.map(({ booking, version, units }) =>
            refillEvent(sampleBooking({ booking_id: idOf(booking), version, units })),
          );
          return recordEvents(pool, events, 'EVENT');
        });
        const fates = (await Promise.all(writes)).flat();
        const [rows] = await pool.query<RowDataPacket[]>(
          'SELECT booking_id, version, units FROM booking_history WHERE booking_id LIKE ?',
          [`run${run}-%`],
        );
        const held = new Map(rows.map((row) => [`${row.booking_id} ${row.version}`, row.units]));
        const told = reports.flat();
        const keyOf = ({ booking, version }: { booking: number; version: number }) => `${idOf(booking)} ${version}`;
        expect([...held.keys()].sort()).toEqual([...new Set(told.map(keyOf))].sort());
        expect(fates).toEqual(
          told.map((each) =>
            held.get(keyOf(each)) === each.units ? null : `History holds version ${each.version} with another units.`,
          ),
        );
      }),
      { numRuns: 60 },
    );
  }));

describe('what reconciliation finds missing', () => {
  it('is written once, as the booking is now', () =>
    withDatabase(async (pool) => {
      await migrate(pool);
      const first = sampleBooking({ booking_id: 'a', version: 1 });
      const second = sampleBooking({ booking_id: 'a', version: 2, status: 'CANCELLED' });
      const other = sampleBooking({ booking_id: 'b', version: 4 });
      expect(await recordEvents(pool, [refillEvent(first)], 'EVENT')).toEqual([null]);
      const versions = [first, second, other].map((item) => ({ bookingId: item.booking_id, version: item.version }));
      expect(await missingVersions(pool, versions)).toEqual(versions.slice(1));
      const events = [second, other].map(refillEvent);
      const fates = await Promise.all([1, 2, 3].map(() => recordEvents(pool, events, 'RECONCILIATION')));
      expect(fates.flat()).toEqual([null, null, null, null, null, null]);
      expect(await missingVersions(pool, versions)).toEqual([]);
      const [rows] = await pool.query(
        'SELECT version, event_type, source FROM booking_history ORDER BY booking_id, version',
      );
      expect(rows).toEqual([
        { version: 1, event_type: 'BOOKED', source: 'EVENT' },
        { version: 2, event_type: 'CANCELLED', source: 'RECONCILIATION' },
        { version: 4, event_type: 'CONFIRMED', source: 'RECONCILIATION' },
      ]);
    }));

  it('is looked up in the primary key', () =>
    withDatabase(async (pool) => {
      await migrate(pool);
      const events = Array.from({ length: 300 }, (_, at) => refillEvent(sampleBooking({ booking_id: `b${at}` })));
      await recordEvents(pool, events, 'EVENT');
      await pool.query('ANALYZE TABLE booking_history');
      const sql = "EXPLAIN SELECT booking_id, version FROM booking_history WHERE booking_id IN ('b1', 'b2', 'b3')";
      const [[plan]] = await pool.query<RowDataPacket[]>(sql);
      expect(plan).toMatchObject({ type: 'range', key: 'PRIMARY' });
    }));
});
