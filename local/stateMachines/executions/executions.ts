import type { Execution } from './execution.ts';

/** How many ended executions of a machine are remembered. */
const REMEMBERED = 1000;

/** The executions of all machines, in memory. */
export type Executions = {
  get(arn: string): Execution | undefined;
  /** Newest first. */
  of(machineArn: string): Execution[];
  add(execution: Execution): void;
  running(): number;
};

export function createExecutions(): Executions {
  const byArn = new Map<string, Execution>();

  const forgetOldest = (machineArn: string): void => {
    const ended = [...byArn.values()].filter((one) => one.machineArn === machineArn && one.status !== 'RUNNING');
    for (const { arn } of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) byArn.delete(arn);
  };

  return {
    get: (arn) => byArn.get(arn),
    of: (machineArn) => [...byArn.values()].filter((one) => one.machineArn === machineArn).reverse(),
    add: (execution) => {
      byArn.set(execution.arn, execution);
      forgetOldest(execution.machineArn);
    },
    running: () => [...byArn.values()].filter(({ status }) => status === 'RUNNING').length,
  };
}
