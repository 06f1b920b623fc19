import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTool, type Step, type StepResult } from './step.ts';
import { failedTests } from './failedTests.ts';
import { countTests, type VitestReport } from './countTests.ts';

const STUCK_REPORTER = path.join(import.meta.dirname, 'stuckReporter.ts');

export const TEST_PROJECTS = ['unit', 'unit-alone', 'contract', 'system', 'integration'];

/**
 * Runs of vitest over some of its projects, to be made at the same time: integration tests mostly wait for what their one
 * cloud does, so the others run beside them.
 */
export function testSteps(projects: string[]): Step[] {
  const alone = projects.filter((project) => project === 'integration');
  const others = projects.filter((project) => project !== 'integration');
  const runs = [alone, others].filter(({ length }) => length > 0);
  const limits = runs.length > 1 ? ['--maxWorkers=2'] : [];
  return runs.map((run) => ({ name: `tests (${run.join(', ')})`, weight: 300, run: () => runTests(run, limits) }));
}

async function runTests(projects: string[], limits: string[]): Promise<StepResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'keyrack-tests-'));
  try {
    const report = path.join(folder, 'report.json');
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['default', 'json', STUCK_REPORTER].map((reporter) => `--reporter=${reporter}`);
    const args = ['run', ...chosen, ...limits, ...reporters, `--outputFile.json=${report}`];
    const { code, output } = await runTool('vitest', args);
    const results = read(report);
    return { counts: countTests(results, code), output: `${failedTests(results)}\n\n${output}` };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Null when vitest ended before it could write one. */
function read(file: string): VitestReport | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as VitestReport) : null;
}
