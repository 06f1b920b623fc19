import { createLatencies } from '../client/latencies.ts';
import { type RetryPolicy, withRetries } from '../client/withRetries.ts';
import { openSales } from '../sales/openSales.ts';
import type { Sales } from '../sales/sales.ts';
import type { Job, JobResult, Patience } from './job.ts';

/** The same for every method. */
const RETRIES: Record<Patience, RetryPolicy> = {
  hasty: { retries: 3, baseMs: 0, capMs: 0 },
  patient: { retries: 8, baseMs: 20, capMs: 1_000 },
};

/** Runs the clients until the time is up; what is on its way then is finished and counted. */
export async function runJob(job: Job): Promise<JobResult> {
  const sales = await openSales(job);
  try {
    return await measure(sales, job);
  } finally {
    await sales.close();
  }
}

async function measure(sales: Sales, { clients, seconds, patience }: Job): Promise<JobResult> {
  const counts = { sold: 0, attempts: 0, spurious: 0, gaveUp: 0 };
  const latencies = createLatencies();
  const startedAt = performance.now();
  const client = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const attempt = sales.next();
      const begun = performance.now();
      const { outcome, retries } = await withRetries(attempt, (result) => result === 'spurious', RETRIES[patience]);
      counts.attempts += retries + 1;
      counts.spurious += retries;
      if (outcome === 'sold') {
        counts.sold += 1;
        latencies.recordSince(begun);
      } else {
        counts.spurious += 1;
        counts.gaveUp += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - startedAt) / 1000, ...counts, latency: latencies.summary() };
}
