import type { Counts, StepResult } from './step.ts';

/** The line of a finished step, and all that a failed one wrote. */
export function stepReport(name: string, { counts, output }: StepResult, milliseconds: number): string {
  const verdict = counts.failed === 0 ? 'ok    ' : 'FAILED';
  const line = `${verdict} ${name.padEnd(36)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
  return counts.failed === 0 ? line : `${line}\n${indent(output)}`;
}

function indent(output: string): string {
  return output.trim().replaceAll(/^/gm, '       ');
}

export function sum(all: Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((so, counts) => so + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** The last line of a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
