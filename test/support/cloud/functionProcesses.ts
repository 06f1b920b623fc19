import { readdirSync, readFileSync } from 'node:fs';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { cloud } from './cloud.ts';

type FunctionProcess = { pid: number; functionName: string };

/**
 * The processes of a cloud, by default the shared one, that run a function, by a part of its name. Linux only: by what
 * /proc tells of them.
 */
export function functionProcesses(part: string, endpointUrl = cloud.endpointUrl): FunctionProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const variables = environmentOf(pid);
      const functionName = variables.get('AWS_LAMBDA_FUNCTION_NAME') ?? '';
      const isOurs = variables.get('AWS_ENDPOINT_URL')?.startsWith(endpointUrl) ?? false;
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

/** Calls a function and waits for its answer. The endpoint looks at the key and the scope, and computes no signature. */
export async function invoke(functionName: string, event: object): Promise<unknown> {
  const scope = `${LOCAL_ADMINISTRATOR.accessKeyId}/20260101/${cloud.region}/lambda/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const url = `${cloud.endpointUrl}/2015-03-31/functions/${functionName}/invocations`;
  const response = await fetch(url, { method: 'POST', headers: { authorization }, body: JSON.stringify(event) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
