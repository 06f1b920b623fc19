import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replay } from '../../bench/replay/replay.ts';
import { type CsvRow, csvOf } from '../../bench/replay/testing/csvOf.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { startCloud } from '../../local/cloud/start.ts';
import { startPmsSimulator } from '../../local/pms/simulator.ts';
import { startChildCloud } from '../support/cloud/childCloud.ts';
import { functionProcesses } from '../support/cloud/functionProcesses.ts';
import { send } from '../support/api/graphql.ts';

/** What a worker held for a PMS when it was killed is hidden for three minutes. */
const LIMIT_MS = 420_000;

/** A season of arrivals: some stays overlap so that nights sell out, some are cancelled days later. */
const ROWS = Array.from({ length: 360 }, (_, index): CsvRow => {
  const booked = { arrival: `2016-07-${10 + (index % 18)}`, lead_time: 5 + (index % 20), week: 1 + (index % 4) };
  return index % 5 === 0 ? { ...booked, status: 'Canceled', statusDate: '2016-07-09' } : booked;
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyrack-recovery-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function season(): Promise<string> {
  const file = join(await temporaryFolder(), 'season.csv');
  await writeFile(file, csvOf(ROWS));
  return file;
}

/** Does each thing once its share of the steps is done; `done` waits for all and throws what one of them threw. */
function timetable(entries: [share: number, act: () => Promise<unknown>][]) {
  const acts: Promise<unknown>[] = [];
  const left = [...entries];
  return {
    onProgress: ({ done, total }: { done: number; total: number }) => {
      while (left[0] && done / total >= left[0][0]) acts.push(left.shift()![1]());
    },
    done: () => Promise.all(acts),
  };
}

async function sendAsOperator(cloud: Cloud, query: string, variables: object = {}) {
  const { idToken } = await cloud.signIn({ name: 'olga', email: 'olga@example.com', groups: ['operator'] });
  return send(cloud.graphqlUrl, idToken, query, variables);
}

/** One reconciliation from start to end, as an operator asks for it. */
async function reconcile(cloud: Cloud): Promise<void> {
  const ask = async (query: string) => (await sendAsOperator(cloud, query)).data;
  const run = async () => {
    // Refused while one of the clock is under way.
    const started = (await ask('mutation { startReconciliation { id } }'))?.startReconciliation;
    await cloud.drained({ timeoutMs: 120_000 });
    const { reconciliationRuns: runs } = await ask('{ reconciliationRuns(limit: 5) { id status errors } }');
    return (runs as { id: string; status: string }[]).find(({ id }) => id === started?.id);
  };
  // Of engines that were away, connections may just be coming back.
  await expect.poll(run, { timeout: 120_000 }).toMatchObject({ status: 'SUCCEEDED', errors: [] });
}

/** What consumers gave up while the rest was away goes back to them, as the runbook says, until nothing is left. */
async function redrive(cloud: Cloud): Promise<void> {
  const ask = async (query: string) => (await sendAsOperator(cloud, query)).data;
  const left = async () => {
    await cloud.drained({ timeoutMs: 120_000 });
    const { deadLetterQueues: queues } = await ask('{ deadLetterQueues { name messages } }');
    const full = (queues as { name: string; messages: number }[]).filter(({ messages }) => messages > 0);
    for (const { name } of full) await ask(`mutation { redriveDeadLetters(queue: "${name}") }`);
    return full;
  };
  await expect.poll(left, { timeout: 120_000 }).toEqual([]);
}

async function redrivePms(cloud: Cloud, propertyId: string): Promise<void> {
  const query = 'mutation($id: ID!) { redrivePms(propertyId: $id) { circuit } }';
  const { errors } = await sendAsOperator(cloud, query, { id: propertyId });
  expect(errors).toEqual([]);
  await cloud.drained({ timeoutMs: 120_000 });
}

test(
  'engines, PMS and functions die in the middle of sales and come back: everything agrees in the end',
  async () => {
    const cloud = await startCloud({ port: 0, dataFolder: null });
    onTestFinished(() => cloud.stop());
    const simulator = await startPmsSimulator();
    onTestFinished(() => simulator.stop());
    const { redis, mariadb } = cloud.engines;
    let killed = 0;
    const killFunctions = async () => {
      for (const name of ['CacheUpdater', 'BookingEvents', 'AuditWriter']) {
        for (const { pid } of functionProcesses(name, cloud.endpointUrl)) {
          process.kill(pid, 'SIGKILL');
          killed += 1;
        }
      }
    };
    const chaos = timetable([
      [0.15, () => redis!.kill()],
      [0.2, () => mariadb!.kill()],
      [0.25, async () => simulator.set({ kind: 'gone' })],
      [0.4, () => redis!.restart()],
      [0.45, killFunctions],
      [0.5, () => mariadb!.restart()],
      [0.6, async () => simulator.set({ kind: 'well' })],
      [0.75, killFunctions],
    ]);
    const result = await replay({
      file: await season(),
      capacity: { A: 40 },
      salesOnly: true,
      cloud,
      simulator,
      onProgress: chaos.onProgress,
      onRest: async () => {
        await chaos.done();
        await redrivePms(cloud, 'city-hotel');
        await reconcile(cloud);
      },
    });
    expect(result.audit.differences).toEqual([]);
    expect(killed).toBeGreaterThan(2);
    expect(result.report.operations.bookRoom.refused.SoldOut).toBeGreaterThan(0);
  },
  LIMIT_MS,
);

test(
  'the whole cloud dies in the middle of sales and starts again with its data: nothing lost, nothing twice',
  async () => {
    const dataFolder = await temporaryFolder();
    const simulator = await startPmsSimulator();
    onTestFinished(() => simulator.stop());
    const first = await startChildCloud(dataFolder);
    onTestFinished(() => first.kill());
    // Whichever of the two runs; both have the same addresses.
    let current: Partial<Cloud> = first;
    const restart = async () => {
      await first.kill();
      const second = await startCloud({ port: Number(new URL(first.graphqlUrl).port), dataFolder });
      onTestFinished(() => second.stop());
      current = second;
    };
    const crash = timetable([[0.5, restart]]);
    const cloud = new Proxy({} as Cloud, { get: (_, name) => current[name as keyof Cloud] });
    const result = await replay({
      file: await season(),
      capacity: { A: 40 },
      salesOnly: true,
      cloud,
      simulator,
      onProgress: crash.onProgress,
      onAnswered: () => crash.done(),
      onRest: async () => {
        await redrive(cloud);
        await reconcile(cloud);
      },
    });
    expect(result.audit.differences).toEqual([]);
    expect(result.audit.bookings).toBeGreaterThan(50);
  },
  LIMIT_MS,
);
