import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job, JobResult } from './job.ts';

/** The load generator's process, so that the clients' work is not done by the process that is measured. */
export type Generator = {
  /** One job at a time. @throws when the job fails or the process ends */
  run(job: Job): Promise<JobResult>;
  stop(): Promise<void>;
};

export type Reply = { result: JobResult } | { failure: string };

const ENTRY = join(import.meta.dirname, 'process.ts');

export function startGenerator(): Generator {
  const child = fork(ENTRY, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`));
  });
  return {
    run: async (job) => {
      const answer = new Promise<Reply>((resolve) => child.once('message', (message) => resolve(message as Reply)));
      child.send(job);
      const failed = ended.then((how): Reply => ({ failure: `The load generator ended (${how}).` }));
      const reply = await Promise.race([answer, failed]);
      if ('failure' in reply) throw new Error(reply.failure);
      return reply.result;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
