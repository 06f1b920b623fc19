import { stepReport } from './report.ts';
import type { Counts, Step, StepResult } from './step.ts';

/** Runs steps, `width` at a time, the longest first, and prints each as it ends. */
export async function runSteps(steps: Step[], width: number, print: (text: string) => void): Promise<Counts[]> {
  const waiting = steps.toSorted((a, b) => b.weight - a.weight);
  const counts: Counts[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const startedAt = performance.now();
      const result = await step.run().catch(broken);
      print(stepReport(step.name, result, performance.now() - startedAt));
      counts.push(result.counts);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return counts;
}

/** The step itself does not work: its check has not passed, and the others go on. */
function broken(error: unknown): StepResult {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { counts: { passed: 0, failed: 1, skipped: 0 }, output };
}
