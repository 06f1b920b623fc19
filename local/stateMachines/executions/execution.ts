import type { HistoryEvent } from './history.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One run of a state machine. Times are epoch milliseconds; input and output are JSON text. */
export type Execution = {
  arn: string;
  name: string;
  machineArn: string;
  status: ExecutionStatus;
  startedAt: number;
  stoppedAt: number | null;
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  history: HistoryEvent[];
};
