import { consumerStatus } from '../../core/health/consumerStatus.ts';
import { overallStatus } from '../../core/health/overallStatus.ts';
import type { ConsumerHealth, Health } from '../../generated/types.ts';
import { config } from './config.ts';
import { consumerLags } from './consumerLags.ts';
import { inTime, orNull } from './inTime.ts';
import { lastReconciliation, openCircuits } from './operations.ts';
import { parts } from './parts/parts.ts';
import { probe } from './parts/probe.ts';
import { queueCounts } from './queueCounts.ts';

export type Answer = { result: Health };

/** Asks everything at once, and each for its own short time: what does not answer is a state of the answer. */
export async function handler(): Promise<Answer> {
  const lags = inTime(consumerLags(config.work.sources));
  const [asked, metrics, consumers, circuits, reconciliation] = await Promise.all([
    Promise.all(parts.map(probe)),
    probe({ name: 'Metrics', isEssential: false, ask: () => lags.then(() => null) }),
    consumersWith(lags),
    orNull(openCircuits()),
    orNull(lastReconciliation()),
  ]);
  const all = [...asked, metrics];
  const status = overallStatus([...all, ...consumers.map((one) => ({ ...one, isEssential: false }))]);
  return {
    result: {
      status,
      checkedAt: new Date().toISOString(),
      parts: all.map(({ isEssential: _, ...part }) => part),
      consumers,
      openCircuits: circuits,
      lastReconciliation: reconciliation,
    },
  };
}

function consumersWith(lags: Promise<Map<string, number>>): Promise<ConsumerHealth[]> {
  return Promise.all(
    config.work.sources.map(async (source) => {
      const [lag, counts] = await Promise.all([orNull(lags), orNull(queueCounts(source))]);
      const lagSeconds = lag?.get(source.name) ?? null;
      const deadLetters = counts?.deadLetters ?? null;
      const { waiting = null, inFlight = null } = counts ?? {};
      const { status, message } = consumerStatus({ lagSeconds, deadLetters });
      return { name: source.name, source: source.kind, status, lagSeconds, waiting, inFlight, deadLetters, message };
    }),
  );
}
