import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countTests, type TestFileReport, type VitestReport } from './countTests.ts';
import { failedTests } from './failedTests.ts';
import { closingLine, stepReport, sum } from './report.ts';
import { runProgram } from './runProgram.ts';
import { runSteps } from './runSteps.ts';
import type { Counts, Step } from './step.ts';
import { choose } from './steps.ts';

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

function report(more: Partial<VitestReport>): VitestReport {
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...more };
}

function testFile(more: Partial<TestFileReport>): TestFileReport {
  return { name: path.resolve('a.test.ts'), status: 'passed', message: '', assertionResults: [], ...more };
}

describe('the closing line', () => {
  it('adds up tests and checks', () => {
    expect(closingLine(sum([PASSED, FAILED, { passed: 40, failed: 2, skipped: 0 }]))).toBe('41 passed, 3 failed');
  });

  it('speaks of skipped tests when there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
  });
});

describe('test counts', () => {
  it('are those of vitest', () => {
    const counts = countTests(report({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }), 0);
    expect(counts).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('count a file that fails before its first test', () => {
    const testResults = [
      testFile({ status: 'failed' }),
      testFile({ status: 'failed', assertionResults: [{ status: 'failed', fullName: 'a' }] }),
    ];
    expect(countTests(report({ numFailedTests: 1, testResults }), 1).failed).toBe(2);
  });

  it.each([
    ['fails with nothing to show for it', report({ numPassedTests: 5 }), 1],
    ['ends without a report', null, 1],
    ['ends well without a report', null, 0],
  ])('are a failure when vitest %s', (_, written, exitCode) => {
    expect(countTests(written, exitCode).failed).toBe(1);
  });
});

describe('what failed', () => {
  it('is named with its file and the beginning of why', () => {
    const failureMessages = [`no room\n${'at here\n'.repeat(40)}`];
    const testResults = [
      testFile({ assertionResults: [{ status: 'passed', fullName: 'passes' }] }),
      testFile({ status: 'failed', assertionResults: [{ status: 'failed', fullName: 'books', failureMessages }] }),
      testFile({ status: 'failed', message: 'Cannot find module' }),
    ];
    const text = failedTests(report({ testResults }));
    expect(text).toMatch(/^a\.test\.ts: books\nno room\n(at here\n){11}\na\.test\.ts\nCannot find module$/);
  });
});

describe('a step', () => {
  it('shows its whole output when it failed, none when it passed', () => {
    expect(stepReport('lint', { counts: FAILED, output: 'a.ts\n  1:1 no\n' }, 1234)).toMatch(
      /^FAILED lint +1\.2 s\n {7}a\.ts\n {9}1:1 no$/,
    );
    expect(stepReport('lint', { counts: PASSED, output: 'fine\n' }, 1234)).toMatch(/^ok {5}lint +1\.2 s$/);
  });

  it('that breaks is a failure, and the others go on', async () => {
    const steps: Step[] = [
      { name: 'broken', weight: 2, run: () => Promise.reject(new Error('no disk')) },
      { name: 'whole', weight: 1, run: () => Promise.resolve({ counts: PASSED, output: '' }) },
    ];
    const printed: string[] = [];
    const counts = await runSteps(steps, 1, (text) => printed.push(text));
    expect(counts).toEqual([FAILED, PASSED]);
    expect(printed[0]).toContain('no disk');
  });
});

describe('choosing', () => {
  it('means everything without names', () => {
    const { checks, tests } = choose([]);
    expect(checks.length).toBeGreaterThan(5);
    expect(tests.map(({ name }) => name)).toEqual([
      'tests (integration)',
      'tests (unit, unit-alone, contract, system)',
    ]);
  });

  it('takes checks and test projects by name', () => {
    const { checks, tests } = choose(['lint', 'unit']);
    expect(checks.map(({ name }) => name)).toEqual(['lint']);
    expect(tests.map(({ name }) => name)).toEqual(['tests (unit)']);
  });

  it('names the steps there are when it knows none of a name', () => {
    expect(() => choose(['units'])).toThrow(/There is no step units\. There are lint, types, .*integration\./);
  });
});

describe('a program', () => {
  const options = { cwd: process.cwd(), env: process.env };

  it('gives its exit code and everything it wrote', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const { code, output } = await runProgram(process.execPath, ['-e', script], options);
    expect(code).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('is ended after its time, with what it started', async () => {
    // The sleeping grandchild holds the output open: an answer before it wakes means that it was ended.
    const script = 'sleep 600 & echo started; wait';
    const { code, output } = await runProgram('sh', ['-c', script], { ...options, timeoutMs: 3_000 });
    expect(code).toBe(124);
    expect(output).toBe('started\n\nended after 3 s\n');
  });

  it('that does not exist is a failure', async () => {
    expect((await runProgram('no-such-program', [], options)).code).toBe(127);
  });
});
