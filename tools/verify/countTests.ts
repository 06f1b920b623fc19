import type { Counts } from './step.ts';

export type TestFileReport = {
  name: string;
  status: string;
  /** Why the file broke outside of its tests, empty when it did not. */
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
};

/** The part of vitest's JSON report that counts. */
export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: TestFileReport[];
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
