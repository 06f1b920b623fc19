import type { Counts } from './step.ts';

/** The part of vitest's JSON report that counts. */
export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/**
 * A test file that fails before its first test (a wrong import, a broken hook) has no failed tests: it counts as one
 * failure, and so does a run that fails with nothing else to show for it (an error outside of tests, a crash).
 * @param report null when vitest wrote none
 */
export function countTests(report: VitestReport | null, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
