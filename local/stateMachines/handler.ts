import { createJsonService, type Input, type Operation, requireAllowed } from '../endpoint/jsonService.ts';
import type { ServiceHandler } from '../endpoint/server/request.ts';
import type { Principals } from '../iam/principals.ts';
import type { StateMachines } from './stateMachines.ts';
import { describeExecution, listItem, pageOf } from './views.ts';

/** Step Functions over its JSON protocol; each call needs its action on the machine or the execution. */
export function createStatesHandler({
  machines,
  principals,
}: {
  machines: StateMachines;
  principals: Principals;
}): ServiceHandler {
  const on =
    (action: string, key: string, run: (arn: string, input: Input) => Promise<Input> | Input): Operation =>
    (input, caller) => {
      const arn = String(input[key]);
      requireAllowed(principals, caller, `states:${action}`, arn);
      return run(arn, input);
    };
  return createJsonService({
    target: 'AWSStepFunctions',
    version: '1.0',
    operations: {
      StartExecution: on('StartExecution', 'stateMachineArn', (machineArn, { input, name }) => {
        const { arn, startedAt } = machines.start({ machineArn, ...texts({ input, name }) });
        return { executionArn: arn, startDate: startedAt / 1000 };
      }),
      DescribeExecution: on('DescribeExecution', 'executionArn', (arn) => describeExecution(machines.get(arn))),
      ListExecutions: on('ListExecutions', 'stateMachineArn', (arn, input) => {
        const all = machines.executionsOf(arn).filter(({ status }) => (input.statusFilter ?? status) === status);
        const { items, ...next } = pageOf(all, input);
        return { executions: items.map(listItem), ...next };
      }),
      StopExecution: on('StopExecution', 'executionArn', async (arn, { error, cause }) => {
        const { stoppedAt } = await machines.abort(arn, texts({ error, cause }));
        return { stopDate: (stoppedAt ?? 0) / 1000 };
      }),
      GetExecutionHistory: on('GetExecutionHistory', 'executionArn', (arn, input) => {
        const { history } = machines.get(arn);
        const { items, ...next } = pageOf(input.reverseOrder === true ? history.toReversed() : history, input);
        return { events: items, ...next };
      }),
    },
  });
}

/** Those that are given. */
function texts<Name extends string>(given: Record<Name, unknown>): Partial<Record<Name, string>> {
  const known = Object.entries(given).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(known) as Partial<Record<Name, string>>;
}
