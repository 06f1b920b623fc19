import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Cloud, UserSpec } from '../../../local/cloud/contract.ts';

/** What another process can be told of a cloud; the rest of it lives in the cloud's own. */
type Told = Pick<Cloud, 'graphqlUrl' | 'endpointUrl' | 'region'> & { controlUrl: string };

export type ChildCloud = Pick<Cloud, 'graphqlUrl' | 'endpointUrl' | 'region' | 'signIn'> & {
  /** Ends it hard, as a power cut would; its engines and functions die with it. */
  kill(): Promise<void>;
};

/** Starts a local cloud in a process of its own. @throws with what it printed when it ends before it is ready */
export async function startChildCloud(dataFolder: string): Promise<ChildCloud> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/childCloudProcess.ts`, dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = await firstLine(child);
  return {
    graphqlUrl: told.graphqlUrl,
    endpointUrl: told.endpointUrl,
    region: told.region,
    signIn: (user: UserSpec) => signIn(told.controlUrl, user),
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<Told> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Told;
  throw new Error(errors);
}

async function signIn(controlUrl: string, user: UserSpec): Promise<{ sub: string; idToken: string }> {
  const response = await fetch(`${controlUrl}/signIn`, { method: 'POST', body: JSON.stringify(user) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { sub: string; idToken: string };
}
