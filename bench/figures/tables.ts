import type { Arm, Ratio } from '../arms/arm.ts';
import { RATIOS } from '../arms/arms.ts';
import { textTable } from '../client/textTable.ts';
import type { JobResult } from '../generator/job.ts';
import { formatSpread, spreadOf } from './spread.ts';

/** The rounds of each arm, in the order in which they were run. */
export type Results = Map<Arm, JobResult[]>;

/** One table for each section and mode that was measured, then the ratios. */
export function resultLines(results: Results): string[] {
  const groups = Map.groupBy(results.keys(), heading);
  const tables = [...groups].flatMap(([title, arms]) => {
    const table = arms[0]?.section === 'line' ? lineTable : armTable;
    return ['', title, ...table(arms, results)];
  });
  return [...tables, '', ...ratioTable(results)];
}

function heading({ section, method, overlapMs }: Arm): string {
  if (section === 'path') return 'The whole path: many room types and nights, stays of 1 to 3 nights';
  if (section === 'line')
    return `One room type through the API: overlap conflicts, ${overlapMs} ms in flight (as on AWS)`;
  const wanted = method.demand.arrivals === 'same' ? 'all arrive on one day' : 'arrivals all over the month';
  const mode =
    overlapMs === null
      ? 'no overlap conflicts (DynamoDB Local as it is)'
      : `overlap conflicts, ${overlapMs} ms in flight (as on AWS)`;
  return `One room type, ${wanted}: ${mode}`;
}

function armTable(arms: Arm[], results: Results): string[] {
  const rows = arms.map((arm) => {
    const rounds = results.get(arm) ?? [];
    const of = (figure: (round: JobResult) => number, digits: number) =>
      formatSpread(spreadOf(rounds.map(figure)), digits);
    return [
      arm.title,
      of(({ sold, seconds }) => sold / seconds, 0),
      of(({ spurious, attempts }) => percent(spurious, attempts), 1),
      of(({ gaveUp, sold }) => percent(gaveUp, gaveUp + sold), 1),
      of(({ latency }) => latency.p50, 1),
      of(({ latency }) => latency.p95, 1),
    ];
  });
  return textTable(['', 'bookings/s', 'spurious % of attempts', 'given up %', 'P50 ms', 'P95 ms'], rows);
}

/** Latencies until a booking was settled, in line or not. */
function lineTable(arms: Arm[], results: Results): string[] {
  const rows = arms.map((arm) => {
    const rounds = results.get(arm) ?? [];
    const of = (figure: (round: JobResult) => number, digits = 0) => formatSpread(spreadOf(rounds.map(figure)), digits);
    return [
      arm.title,
      of(({ sold, seconds }) => sold / seconds),
      of(({ queued, sold }) => percent(queued, sold)),
      of(({ spurious }) => spurious),
      of(({ overtaken }) => overtaken),
      of(({ latency }) => latency.p50),
      of(({ latency }) => latency.p95),
      of(({ latency }) => latency.max),
    ];
  });
  const columns = ['', 'bookings/s', 'queued %', 'BookingContention', 'overtaken > 1 s'];
  return textTable([...columns, 'settled P50 ms', 'P95 ms', 'max ms'], rows);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}

/** Ratios round by round, as the rounds of two arms stand next to each other in time. */
function ratioTable(results: Results): string[] {
  const byName = new Map([...results].map(([arm, rounds]) => [arm.name, rounds]));
  const rows = RATIOS.flatMap((ratio) => {
    const [of, to] = [byName.get(ratio.of), byName.get(ratio.to)];
    return of && to ? [ratioRow(ratio, of, to)] : [];
  });
  return rows.length === 0 ? [] : textTable(['Ratio of bookings/s', 'median (least to most)', 'aim'], rows);
}

function ratioRow({ title, aim }: Ratio, of: JobResult[], to: JobResult[]): string[] {
  const rate = ({ sold, seconds }: JobResult) => sold / seconds;
  const ratios = of.flatMap((round, index) => {
    const other = to[index];
    return other ? [rate(round) / rate(other)] : [];
  });
  const spread = spreadOf(ratios);
  const verdict = aim === undefined ? '' : `at least ${aim}: ${spread.median >= aim ? 'met' : 'missed'}`;
  return [title, formatSpread(spread, 2), verdict];
}
