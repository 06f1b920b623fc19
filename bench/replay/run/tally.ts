import { createLatencies, type LatencySummary } from '../../client/latencies.ts';

export const OPERATIONS = [
  'bookRoom',
  'holdRoom',
  'confirmBooking',
  'joinWaitlist',
  'leaveWaitlist',
  'modifyBooking',
  'cancelBooking',
  'checkIn',
  'checkOut',
  'markNoShow',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Counts of one operation: `calls` are HTTP requests, so `done + refused + gaveUp + retries = calls`. */
export type OperationTally = {
  calls: number;
  done: number;
  /** By error type. */
  refused: Record<string, number>;
  /** Without an answer that tells, after the last retry. */
  gaveUp: number;
  retries: number;
  /** From the first try to the last answer, with the waits between. */
  latency: LatencySummary;
};

export type End = { kind: 'done' } | { kind: 'refused'; type: string } | { kind: 'gaveUp' };

export type Tally = {
  record(operation: Operation, end: End, retries: number, startedAt: number): void;
  summary(): Record<Operation, OperationTally>;
};

export function createTally(): Tally {
  const entries = byOperation(createEntry);
  return {
    record: (operation, end, retries, startedAt) => {
      const { counts, latencies } = entries[operation];
      latencies.recordSince(startedAt);
      counts.calls += 1 + retries;
      counts.retries += retries;
      if (end.kind === 'refused') counts.refused[end.type] = (counts.refused[end.type] ?? 0) + 1;
      else counts[end.kind] += 1;
    },
    summary: () => byOperation((operation) => summarize(entries[operation])),
  };
}

function byOperation<T>(make: (operation: Operation) => T): Record<Operation, T> {
  return Object.fromEntries(OPERATIONS.map((operation) => [operation, make(operation)])) as Record<Operation, T>;
}

function createEntry() {
  const refused: Record<string, number> = {};
  return { counts: { calls: 0, done: 0, refused, gaveUp: 0, retries: 0 }, latencies: createLatencies() };
}

function summarize({ counts, latencies }: ReturnType<typeof createEntry>): OperationTally {
  return { ...counts, refused: { ...counts.refused }, latency: latencies.summary() };
}
