import path from 'node:path';
import type { TestFileReport, VitestReport } from './countTests.ts';

/** Of a message's lines: enough for what was expected and where it stands. */
const LINES = 12;

/**
 * What failed and why, short and first: of a long run's output, often only the beginning is looked at or kept.
 * @param report null when vitest wrote none
 */
export function failedTests(report: VitestReport | null): string {
  if (!report) return 'vitest ended without a report';
  return report.testResults.flatMap(failuresOf).join('\n\n');
}

function failuresOf({ name, status, message, assertionResults }: TestFileReport): string[] {
  const file = path.relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${file}\n${beginning(message)}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}\n${beginning((failureMessages ?? []).join('\n'))}`,
  );
}

function beginning(message: string): string {
  return message.split('\n').slice(0, LINES).join('\n');
}
