import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTool, type Step, type StepResult } from './step.ts';
import { failedTests } from './failedTests.ts';
import { countTests, type VitestReport } from './countTests.ts';

const STUCK_REPORTER = path.join(import.meta.dirname, 'stuckReporter.ts');

export const TEST_PROJECTS = ['unit', 'contract', 'integration'];

/** One run of vitest over some of its projects. */
export function testStep(projects: string[]): Step {
  return { name: `tests (${projects.join(', ')})`, weight: 300, run: () => runTests(projects) };
}

async function runTests(projects: string[]): Promise<StepResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'keyrack-tests-'));
  try {
    const report = path.join(folder, 'report.json');
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['default', 'json', STUCK_REPORTER].map((reporter) => `--reporter=${reporter}`);
    const { code, output } = await runTool('vitest', ['run', ...chosen, ...reporters, `--outputFile.json=${report}`]);
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
