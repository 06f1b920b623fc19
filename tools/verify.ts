// `npm test`: everything that must hold before a commit. `npm test -- unit lint` runs only those steps.
import { closingLine, sum } from './verify/report.ts';
import { endPrograms } from './verify/runProgram.ts';
import { runSteps } from './verify/runSteps.ts';
import { choose, type Plan } from './verify/steps.ts';

/** Of programs at a time, for two cores. */
const WIDTH = 2;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endPrograms();
    process.exit(130);
  });
}

await verify(planFromArguments());

async function verify({ checks, tests }: Plan): Promise<void> {
  const print = (text: string) => console.log(text);
  const counts = await runSteps(checks, WIDTH, print);
  for (const { name } of tests) console.log(`...    ${name}`);
  counts.push(...(await runSteps(tests, WIDTH, print)));
  const total = sum(counts);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function planFromArguments(): Plan {
  try {
    return choose(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
