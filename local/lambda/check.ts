import { existsSync } from 'node:fs';
import type { LambdaDefinition } from './definition.ts';
import { reservedVariables } from './environment/variables.ts';

/** @throws {Error} saying what AWS, or this machine, would not run */
export function checkDefinition(definition: LambdaDefinition): void {
  const { name, runtime, codeFolder, environment, timeoutSeconds, memoryMiB, eventRetries = 2 } = definition;
  const refuse = (why: string): never => {
    throw new Error(`The function ${name} cannot run: ${why}`);
  };
  if (!/^nodejs\d+\.x$/.test(runtime)) refuse(`its runtime ${runtime} is not Node.js, the only one there is locally.`);
  if (!existsSync(codeFolder)) refuse(`its code folder ${codeFolder} does not exist.`);
  const reserved = reservedVariables(environment);
  if (reserved.length > 0) refuse(`Lambda reserves the environment variables ${reserved.join(', ')}.`);
  if (!(timeoutSeconds >= 1 && timeoutSeconds <= 900))
    refuse(`its time-out must be 1 to 900 s, not ${timeoutSeconds}.`);
  if (!(memoryMiB >= 128 && memoryMiB <= 10_240)) refuse(`its memory must be 128 to 10,240 MiB, not ${memoryMiB}.`);
  if (![0, 1, 2].includes(eventRetries)) refuse(`events are retried 0 to 2 times, not ${eventRetries}.`);
}
