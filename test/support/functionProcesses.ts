import { readdirSync, readFileSync } from 'node:fs';
import { cloud } from './cloud.ts';

type FunctionProcess = { pid: number; functionName: string };

/** The processes of this cloud that run a function, by a part of its name. Linux only: by what /proc tells of them. */
export function functionProcesses(part: string): FunctionProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const variables = environmentOf(pid);
      const functionName = variables.get('AWS_LAMBDA_FUNCTION_NAME') ?? '';
      const isOurs = variables.get('AWS_ENDPOINT_URL')?.startsWith(cloud.endpointUrl) ?? false;
      return isOurs && functionName.includes(part) ? [{ pid: Number(pid), functionName }] : [];
    });
}

function environmentOf(pid: string): Map<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  } catch {
    return new Map();
  }
}
