/** `npm run invoke -- <function> [event.json]`: runs one function of the running local cloud and prints its answer. */
import { parseArgs } from 'node:util';
import { CommandError } from './ask/commandError.ts';
import { functionNamed } from './ask/functionNamed.ts';
import { invokeFunction } from './ask/invokeFunction.ts';
import { readEvent } from './ask/readEvent.ts';
import { runCommand } from './ask/runCommand.ts';
import { physicalName, runningSystem } from './ask/runningSystem.ts';
import { endpointsFile } from './settings.ts';

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name, file, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new CommandError(
      'Usage: npm run invoke -- <function> [event.json]   (without an event: its folder’s sample.json)',
    );
  const wanted = functionNamed(name);
  const event = readEvent(wanted, file);
  const system = runningSystem(endpointsFile(process.env));
  const { hasFailed, payload } = await invokeFunction(system, physicalName(system, wanted.name), event);
  const text = `${JSON.stringify(payload, null, 2)}\n`;
  if (!hasFailed) return void process.stdout.write(text);
  process.stderr.write(text);
  process.exitCode = 1;
});
