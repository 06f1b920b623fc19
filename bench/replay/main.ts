import { existsSync } from 'node:fs';
import { CommandLineError, readCommandLine, USAGE } from './commandLine.ts';
import { replay } from './replay.ts';
import { createProgressBar } from './report/progressBar.ts';
import { auditLines, planLines, reportLines } from './report/report.ts';

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  if (!existsSync(options.file)) throw new CommandLineError(`There is no file ${options.file}.`);
  const bar = createProgressBar();
  try {
    const { report, audit } = await replay({
      ...options,
      onPlan: (plan) => print(planLines(plan)),
      onProgress: bar.show,
    });
    print(['', ...reportLines(report), '', ...auditLines(audit)]);
    if (audit.differences.length > 0) process.exitCode = 1;
  } finally {
    bar.stop();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
