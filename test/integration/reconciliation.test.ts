import { afterEach, describe, expect, it } from 'vitest';
import { ask, faults, guest, metric, staff } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { newProperty } from '../support/property.ts';
import { ended, faultsOf, reconcile, runs, startRun } from '../support/reconciliation.ts';

const from = monthAhead(2);

afterEach(() => faults.clear());

describe('a run', () => {
  it('looks at every page and is kept, with its figures', async () => {
    await newProperty({ from, to: plusDays(from, 40) });
    const run = await reconcile();
    expect(run).toMatchObject({
      status: run.errors.length === 0 ? 'SUCCEEDED' : 'PARTIAL',
      segments: 2,
      segmentsFailed: 0,
    });
    expect(faultsOf(run)).toEqual([]);
    expect(run.pagesChecked).toBeGreaterThanOrEqual(2);
    expect(run.nightsRecomputed).toBeGreaterThanOrEqual(59);
    expect(run.durationMs).toBeGreaterThan(0);
    expect((await runs(1))[0]).toEqual(run);
    for (const name of ['ReconciliationDuration', 'ReconciliationItemsChecked', 'ReconciliationConflicts']) {
      expect(await metric(name), name).not.toBeNull();
    }
  });

  it('is one at a time; one that can read no page is FAILED, says why, and the next one goes on', async () => {
    await reconcile();
    await faults.set({ seed: 1, rules: [{ kind: 'throttle', operations: ['Scan'], rate: 1 }] });
    const answers = await Promise.all(Array.from({ length: 5 }, startRun));
    const refused = answers.flatMap(({ errors }) => errors.map(({ errorType }) => errorType));
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'InvalidState'));
    const started = answers.find(({ errors }) => errors.length === 0)?.data.startReconciliation;
    expect(started).toMatchObject({ status: 'RUNNING', finishedAt: null, durationMs: null });
    const failed = await ended(started.id);
    expect(failed).toMatchObject({ status: 'FAILED', segments: 2, segmentsFailed: 2, pagesChecked: 0 });
    expect(failed.errors.join(' | ')).toMatch(/segment 1 of 2: (Throttling|ProvisionedThroughputExceeded)/);
    await faults.clear();
    const next = await reconcile();
    expect(faultsOf(next)).toEqual([]);
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
