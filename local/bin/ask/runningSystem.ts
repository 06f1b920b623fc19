import { type Endpoints, readEndpoints } from '../endpointsFile.ts';
import { CommandError } from './commandError.ts';

const START = '`npm start` starts it; KEYRACK_ENDPOINTS names the file where another one describes itself.';

/** The system that `npm start` runs, as its endpoints file says. @throws {CommandError} when there is none */
export function runningSystem(endpointsFile: string): Endpoints {
  const endpoints = readEndpoints(endpointsFile);
  if (endpoints === null) throw new CommandError(`Keyrack is not running: there is no ${endpointsFile}. ${START}`);
  return endpoints;
}

/** For an endpoints file that a system left behind when it was killed. */
export function nobodyThere(url: string): CommandError {
  return new CommandError(`Keyrack is not running: nothing answers at ${url}. ${START}`);
}

/** What the local cloud calls a function of the manifest. @throws {CommandError} when it does not run it */
export function physicalName({ functions }: Endpoints, name: string): string {
  const found = functions[name];
  if (found !== undefined) return found;
  throw new CommandError(`The running system has no function ${name}: it was started before there was one.`);
}
