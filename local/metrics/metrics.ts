import { EmfError, readEmf, type Sample } from './emf.ts';
import type { Unit } from './unit.ts';

/** All values of one metric since the start, or since `clear`. */
export type Statistics = {
  sum: number;
  count: number;
  min: number;
  max: number;
  last: number;
  unit: Unit;
  /** Epoch milliseconds of the last value. */
  at: number;
};

export type Series = Statistics & Pick<Sample, 'namespace' | 'name' | 'dimensions'>;

export type Metrics = {
  /**
   * One metric with exactly these dimensions, as CloudWatch tells metrics apart; none given is the metric without any.
   * Undefined when it never had a value.
   */
  get(namespace: string, name: string, dimensions?: Record<string, string>): Statistics | undefined;
  /** Every metric, by namespace, name and dimensions. */
  list(): Series[];
  add(sample: Sample): void;
  /** Looks for EMF in a line that a function printed: `<function>: <what it printed>`. */
  readLogLine(line: string): void;
  /** What services measure of themselves is asked of `source` whenever somebody looks, not all the time. */
  observe(source: () => Iterable<Sample>): void;
  /** Takes in what observed services measure now. */
  look(): void;
  /** Forgets all values. */
  clear(): void;
};

/** Metrics in memory. @param log hears of EMF that CloudWatch would not take */
export function createMetrics({ log }: { log(line: string): void }): Metrics {
  const series = new Map<string, Series>();
  const observed: (() => Iterable<Sample>)[] = [];

  const add = ({ values, ...sample }: Sample): void => {
    const key = keyOf(sample.namespace, sample.name, sample.dimensions);
    for (const value of values) {
      const known = series.get(key);
      series.set(key, known === undefined ? first(sample, value) : next(known, sample, value));
    }
  };

  const readLogLine = (line: string): void => {
    const start = line.indexOf(': ');
    try {
      readEmf(line.slice(start + 2))?.forEach(add);
    } catch (error) {
      if (!(error instanceof EmfError)) throw error;
      log(`metrics: ${line.slice(0, start)} printed EMF that makes no metric: ${error.message}`);
    }
  };

  return {
    get: (namespace, name, dimensions = {}) => series.get(keyOf(namespace, name, dimensions)),
    list: () => [...series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
    add,
    readLogLine,
    observe: (source) => void observed.push(source),
    look: () => observed.forEach((measure) => [...measure()].forEach(add)),
    clear: () => series.clear(),
  };
}

const keyOf = (namespace: string, name: string, dimensions: Record<string, string>): string =>
  JSON.stringify([namespace, name, ...Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

const first = (sample: Omit<Sample, 'values'>, value: number): Series => ({
  ...sample,
  sum: value,
  count: 1,
  min: value,
  max: value,
  last: value,
});

const next = (known: Series, { at, unit }: Omit<Sample, 'values'>, value: number): Series => ({
  ...known,
  at,
  unit,
  sum: known.sum + value,
  count: known.count + 1,
  min: Math.min(known.min, value),
  max: Math.max(known.max, value),
  last: value,
});
