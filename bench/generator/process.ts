import type { Reply } from './generator.ts';
import type { Job } from './job.ts';
import { runJob } from './runJob.ts';

// The load generator's own process: takes jobs from its parent and ends with it.
process.on('message', (job: Job) => {
  const reply = (message: Reply) => process.send?.(message);
  runJob(job).then(
    (result) => reply({ result }),
    (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
