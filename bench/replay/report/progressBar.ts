import { Presets, SingleBar } from 'cli-progress';
import { Duration } from 'luxon';

export type Progress = { done: number; total: number; date: string };

export type ProgressBar = { show(progress: Progress): void; stop(): void };

/** How often a line is printed where there is no terminal. */
const PLAIN_LINE_MS = 10_000;

/** A bar with rate and time left on a terminal; else a plain line every ten seconds. It ends with the last step. */
export function createProgressBar(): ProgressBar {
  const bar = new SingleBar(
    {
      format: '{percentage} % |{bar}| {value}/{total}  {rate}/s  {left} left  day {date}',
      noTTYOutput: true,
      notTTYSchedule: PLAIN_LINE_MS,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let startedAt = 0;
  return {
    show: (progress) => {
      if (startedAt === 0) {
        startedAt = performance.now();
        bar.start(progress.total, 0, { rate: '-', left: '-', date: progress.date });
      }
      const pace = paceOf(progress, (performance.now() - startedAt) / 1000);
      bar.update(progress.done, { ...pace, date: progress.date });
      if (progress.done === progress.total) bar.stop();
    },
    stop: () => bar.stop(),
  };
}

/** Steps per second so far, and the time that the rest takes at that rate, such as `07:15`. */
export function paceOf({ done, total }: Progress, seconds: number): { rate: string; left: string } {
  const rate = seconds > 0 ? done / seconds : 0;
  if (rate === 0) return { rate: '-', left: '-' };
  const left = Duration.fromObject({ seconds: Math.ceil((total - done) / rate) });
  return { rate: rate.toFixed(0), left: left.toFormat('mm:ss') };
}
