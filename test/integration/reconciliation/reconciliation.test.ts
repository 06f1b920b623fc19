import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, faults, guest, metric, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { newProperty } from '../../support/data/property.ts';
import {
  ended,
  faultsOf,
  reconcile,
  reconcileUntil,
  type Run,
  runs,
  startRun,
} from '../../support/parts/reconciliation.ts';
import { until } from '../../support/until.ts';

const from = monthAhead(2);
// Before a test's own run there may be one of the clock.
vi.setConfig({ testTimeout: 180_000 });

const isWell = (run: Run) => faultsOf(run).length === 0;
const startFive = () => Promise.all(Array.from({ length: 5 }, startRun));

afterEach(() => faults.clear());

describe('a run', () => {
  it('looks at every page and is kept, with its figures', async () => {
    await newProperty({ from, to: plusDays(from, 40) });
    const run = await reconcileUntil('run without faults', isWell);
    expect(run).toMatchObject({
      status: run.errors.length === 0 ? 'SUCCEEDED' : 'PARTIAL',
      segments: 2,
      segmentsFailed: 0,
    });
    expect(run.pagesChecked).toBeGreaterThanOrEqual(2);
    expect(run.nightsRecomputed).toBeGreaterThanOrEqual(59);
    expect(run.durationMs).toBeGreaterThan(0);
    const newest = await runs(1);
    expect(newest).toHaveLength(1);
    // The clock may have begun another one since. Ids are in the order of time.
    expect(newest[0].id >= run.id).toBe(true);
    expect(await runs()).toContainEqual(run);
    for (const name of ['ReconciliationDuration', 'ReconciliationItemsChecked', 'ReconciliationConflicts']) {
      await until(name, () => metric(name));
    }
  });

  it('is one at a time; one that can read no page is FAILED, says why, and the next one goes on', async () => {
    // Once before, so that no starter starts cold: it would come after the end of a run that fails soon.
    await startFive();
    await reconcile();
    await faults.set({ seed: 1, rules: [{ kind: 'throttle', operations: ['Scan'], rate: 1 }] });
    const answers = await until('start that no run of the clock refused', async () => {
      const five = await startFive();
      return five.some(({ errors }) => errors.length === 0) && five;
    });
    const refused = answers.flatMap(({ errors }) => errors.map(({ errorType }) => errorType));
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'InvalidState'));
    const started = answers.find(({ errors }) => errors.length === 0)?.data.startReconciliation;
    expect(started).toMatchObject({ status: 'RUNNING', finishedAt: null, durationMs: null });
    const failed = await ended(started.id);
    expect(failed).toMatchObject({ status: 'FAILED', segments: 2, segmentsFailed: 2, pagesChecked: 0 });
    expect(failed.errors.join(' | ')).toMatch(/segment 1 of 2: (Throttling|ProvisionedThroughputExceeded)/);
    await faults.clear();
    const next = await reconcileUntil('run without faults', isWell);
    expect(next.pagesChecked).toBeGreaterThan(0);
  });

  it('is the operators’ business alone', async () => {
    const query = '{ reconciliationRuns { id } reconciliationConflicts { propertyId } }';
    for (const user of [await guest('ada-runs'), await staff('desk-runs', 'p'), null]) {
      for (const text of [query, 'mutation { startReconciliation { id } }']) {
        const { errors } = await ask(user, text);
        expect(errors.length).toBeGreaterThan(0);
        for (const { errorType } of errors) expect(errorType).toBe('Unauthorized');
      }
    }
  });
});
