import { textTable } from '../../client/textTable.ts';
import type { Audit } from '../audit/audit.ts';
import type { ReplayPlan } from '../plan/plan.ts';
import { OPERATIONS, type Operation, type OperationTally } from '../run/tally.ts';

export type ReplayReport = {
  rows: number;
  dayUse: number;
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

export function reportLines({ rows, dayUse, operations, seconds, restSeconds }: ReplayReport): string[] {
  const { bookRoom, cancelBooking } = operations;
  const counts = [
    ['requests', `${bookRoom.calls + cancelBooking.calls}`],
    ['rows', `${rows}`],
    ['day use, not sent', `${dayUse}`],
    ['bookings accepted', `${bookRoom.done}`],
    ...refusals('booking', bookRoom),
    ['bookings given up', `${bookRoom.gaveUp}`],
    ['cancelled', `${cancelBooking.done}`],
    ...refusals('cancellation', cancelBooking),
    ['cancellations given up', `${cancelBooking.gaveUp}`],
    ['retries', `${bookRoom.retries + cancelBooking.retries}`],
    ['seconds', seconds.toFixed(1)],
    ['seconds until all consumers were at rest', restSeconds.toFixed(1)],
    ['bookings/s accepted', perSecond(bookRoom.done, seconds)],
    ['operations/s', perSecond(bookRoom.latency.count + cancelBooking.latency.count, seconds)],
  ];
  const latencies = OPERATIONS.map((operation) => {
    const { count, p50, p95, p99 } = operations[operation].latency;
    return [operation, `${count}`, p50.toFixed(1), p95.toFixed(1), p99.toFixed(1)];
  });
  return [
    ...textTable(['Replay', 'count'], counts),
    '',
    ...textTable(['Latency', 'count', 'P50 ms', 'P95 ms', 'P99 ms'], latencies),
  ];
}

function refusals(name: string, { refused }: OperationTally): string[][] {
  return Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => [`${name} refused: ${type}`, `${count}`]);
}

function perSecond(count: number, seconds: number): string {
  return (seconds > 0 ? count / seconds : 0).toFixed(1);
}

export function auditLines(audit: Audit): string[] {
  const { pages, nights, bookings, sold, oversold, calendarNights, consumers, differences } = audit;
  const more = differences.length - SHOWN_DIFFERENCES;
  return [
    ...textTable(
      ['Audit', 'count'],
      [
        ['pages', `${pages}`],
        ['nights recomputed', `${nights}`],
        ['bookings', `${bookings}`],
        ['room nights sold', `${sold}`],
        ['nights asked of the API', `${calendarNights}`],
        ['oversold nights', `${oversold}`],
        ['nights in the cache', `${consumers.cachedNights}`],
        ['booking versions in the history', `${consumers.versions}`],
        ['reservations in the PMS', `${consumers.reservations}`],
        ['messages left in queues', `${consumers.messagesLeft}`],
        ['differences', `${differences.length}`],
      ],
    ),
    ...differences.slice(0, SHOWN_DIFFERENCES).map((difference) => `  ${difference}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    differences.length === 0 ? 'Audit passed: every night and every booking agrees.' : 'Audit FAILED.',
  ];
}
