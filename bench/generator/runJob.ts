import { createLatencies } from '../client/latencies.ts';
import { type RetryPolicy, withRetries } from '../client/withRetries.ts';
import { openSales } from '../sales/openSales.ts';
import type { Sales } from '../sales/sales.ts';
import { countOvertaken, type Served } from './overtaken.ts';
import type { Job, JobResult, Patience } from './job.ts';

/** The same for every method. */
const RETRIES: Record<Patience, RetryPolicy> = {
  hasty: { retries: 3, baseMs: 0, capMs: 0 },
  patient: { retries: 8, baseMs: 20, capMs: 1_000 },
};

/** What happens within this time happens at once. */
const FAIR_MS = 1_000;

/** Runs the clients until the time is up; what is on its way then, or in line, is finished and counted. */
export async function runJob(job: Job): Promise<JobResult> {
  const sales = await openSales(job);
  try {
    return await measure(sales, job);
  } finally {
    await sales.close();
  }
}

async function measure(sales: Sales, { clients, seconds, patience }: Job): Promise<JobResult> {
  const counts = { sold: 0, attempts: 0, spurious: 0, gaveUp: 0, queued: 0 };
  const latencies = createLatencies();
  const served: Served[] = [];
  const inLine: Promise<void>[] = [];
  const startedAt = performance.now();
  const settle = async (askedAt: number, settledAt: number | Promise<number>) => {
    const at = await settledAt;
    counts.sold += 1;
    latencies.record(at - askedAt);
    served.push({ askedAt, settledAt: at });
  };
  const client = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const attempt = sales.next();
      const askedAt = now();
      const { outcome, retries } = await withRetries(attempt, (result) => result === 'spurious', RETRIES[patience]);
      counts.attempts += retries + 1;
      counts.spurious += retries;
      if (outcome === 'sold') await settle(askedAt, now());
      else if (outcome === 'spurious') {
        counts.spurious += 1;
        counts.gaveUp += 1;
      } else {
        // The buyer has an answer and leaves; the next one comes.
        counts.queued += 1;
        inLine.push(settle(askedAt, outcome.settledAt));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await Promise.all(inLine);
  const took = (performance.now() - startedAt) / 1000;
  return { seconds: took, ...counts, overtaken: countOvertaken(served, FAIR_MS), latency: latencies.summary() };
}

/** Epoch milliseconds, finer than `Date.now()`. */
const now = (): number => performance.timeOrigin + performance.now();
