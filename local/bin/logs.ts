/** `npm run logs -- <function> [--last N] [--follow]`: what a function of the running local cloud has printed. */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CommandError } from './ask/commandError.ts';
import { functionNamed } from './ask/functionNamed.ts';
import { type LogRange, readLog } from './ask/readLog.ts';
import { runCommand } from './ask/runCommand.ts';
import { physicalName, runningSystem } from './ask/runningSystem.ts';
import { endpointsFile } from './settings.ts';

/** Between two looks at what is new. */
const PAUSE_MS = 300;

await runCommand(async () => {
  const { name, last, follow } = readArguments();
  const { name: wanted } = functionNamed(name);
  const system = runningSystem(endpointsFile(process.env));
  const functionName = physicalName(system, wanted);
  let range: LogRange = { limit: last };
  do {
    const { events, nextForwardToken } = await readLog(system, functionName, range);
    for (const { timestamp, message } of events)
      process.stdout.write(`${new Date(timestamp).toISOString()} ${message}\n`);
    if (follow && events.length === 0) await delay(PAUSE_MS);
    range = { nextToken: nextForwardToken };
  } while (follow);
});

function readArguments(): { name: string; last: number; follow: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { last: { type: 'string', default: '100' }, follow: { type: 'boolean', default: false } },
  });
  const [name, ...more] = positionals;
  const last = Number(values.last);
  if (name === undefined || more.length > 0 || !Number.isInteger(last) || last < 1 || last > 10_000)
    throw new CommandError('Usage: npm run logs -- <function> [--last N] [--follow]   (N from 1 to 10000)');
  return { name, last, follow: values.follow };
}
