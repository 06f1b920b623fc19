import { textTable } from '../../client/textTable.ts';
import type { Audit } from '../audit/audit.ts';
import type { ReplayPlan } from '../plan/plan.ts';
import { OPERATIONS, type Operation, type OperationTally } from '../run/tally.ts';

export type ReplayReport = {
  rows: number;
  dayUse: number;
  /** Rows that stood in the waiting list, and those of them that were offered a room from it here. */
  waited: number;
  offered: number;
  operations: Record<Operation, OperationTally>;
  /** From the first booking to the last answer: without loading and audit. */
  seconds: number;
  /** From the last answer until every stream and queue was empty. */
  restSeconds: number;
};

const SHOWN_DIFFERENCES = 20;

/** What the plan decided that a reader of the figures should know. */
export function planLines(plan: ReplayPlan): string[] {
  const dates = `nights ${plan.range.from} to ${plan.range.to} (exclusive)`;
  return [
    `${plan.rows} rows, ${plan.dayUse} of them day use (not sent), moved by ${plan.weeks} weeks: ${dates}`,
    ...plan.hotels.map(({ property, capacity }) => {
      const marks = { assigned: '', reserved: ' (sold, never slept in)', given: ' (given)' };
      const units = capacity.map(({ roomTypeId, units, from }) => `${roomTypeId} ${units}${marks[from]}`);
      return `${property.name}: units ${units.join(', ')}`;
    }),
  ];
}

export function reportLines(report: ReplayReport): string[] {
  const { operations, seconds } = report;
  const all = OPERATIONS.map((operation) => operations[operation]);
  const sold = operations.bookRoom.done + operations.holdRoom.done;
  const counts = [
    ['rows', `${report.rows}`],
    ['day use, not sent', `${report.dayUse}`],
    ['had waited in the list', `${report.waited}`],
    ['of them waited here too', `${operations.joinWaitlist.done}`],
    ['and were offered a room', `${report.offered}`],
    ['bookings and holds accepted', `${sold}`],
    ['requests', `${sum(all, ({ calls }) => calls)}`],
    ['seconds', seconds.toFixed(1)],
    ['seconds until all consumers were at rest', report.restSeconds.toFixed(1)],
    ['bookings/s accepted', perSecond(sold, seconds)],
    [
      'operations/s',
      perSecond(
        sum(all, ({ latency }) => latency.count),
        seconds,
      ),
    ],
  ];
  const refused = OPERATIONS.flatMap((operation) => refusals(operation, operations[operation]));
  return [
    ...textTable(['Replay', 'count'], counts),
    '',
    ...textTable(
      ['Operation', 'calls', 'done', 'refused', 'given up', 'retries', 'P50 ms', 'P95 ms', 'P99 ms'],
      OPERATIONS.map((operation) => operationRow(operation, operations[operation])),
    ),
    ...(refused.length > 0 ? ['', ...textTable(['Refused', 'count'], refused)] : []),
  ];
}

function operationRow(
  operation: Operation,
  { calls, done, refused, gaveUp, retries, latency }: OperationTally,
): string[] {
  const counts = [calls, done, sum(Object.values(refused), (count) => count), gaveUp, retries];
  const latencies = [latency.p50, latency.p95, latency.p99].map((ms) => ms.toFixed(1));
  return [operation, ...counts.map(String), ...latencies];
}

function refusals(operation: Operation, { refused }: OperationTally): string[][] {
  return Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => [`${operation}: ${type}`, `${count}`]);
}

function sum<T>(items: T[], countOf: (item: T) => number): number {
  return items.reduce((total, item) => total + countOf(item), 0);
}

function perSecond(count: number, seconds: number): string {
  return (seconds > 0 ? count / seconds : 0).toFixed(1);
}

export function auditLines(audit: Audit): string[] {
  const { pages, nights, bookings, byStatus, sold, oversold, calendarNights, consumers, differences } = audit;
  const more = differences.length - SHOWN_DIFFERENCES;
  return [
    ...textTable(
      ['Audit', 'count'],
      [
        ['pages', `${pages}`],
        ['nights recomputed', `${nights}`],
        ['bookings', `${bookings}`],
        ...Object.entries(byStatus).map(([status, count]) => [`  ${status}`, `${count}`]),
        ['room nights sold', `${sold}`],
        ['nights asked of the API', `${calendarNights}`],
        ['oversold nights', `${oversold}`],
        ['nights in the cache', `${consumers.cachedNights}`],
        ['booking versions in the history', `${consumers.versions}`],
        ['reservations in the PMS', `${consumers.reservations}`],
        ['reservations there that are over', `${consumers.endedReservations}`],
        ['messages left in queues', `${consumers.messagesLeft}`],
        ['differences', `${differences.length}`],
      ],
    ),
    ...differences.slice(0, SHOWN_DIFFERENCES).map((difference) => `  ${difference}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    differences.length === 0 ? 'Audit passed: every night and every booking agrees.' : 'Audit FAILED.',
  ];
}
