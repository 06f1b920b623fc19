import { ExecutionAbortedError, ExecutionError, ExecutionTimeoutError, StateMachine } from 'aws-local-stepfunctions';
import type { StateMachineDefinition as Definition } from '../definition.ts';
import { adapt } from '../definition/adapt.ts';
import type { Fields } from '../definition/states.ts';
import { statesOf } from '../definition/states.ts';
import type { TaskParts } from '../tasks/task.ts';
import { TaskError } from '../tasks/taskError.ts';
import { findTask } from '../tasks/tasks.ts';
import type { Execution } from './execution.ts';
import { historyEvent } from './history.ts';

export type Run = { done: Promise<void>; abort(): void };

type Json = Parameters<StateMachine['run']>[0];

/**
 * Runs a machine from its first state on and writes down in `execution` what becomes of it.
 * @param machine the definition as `readDefinition` gave it
 * @returns at once; `done` never rejects
 */
export function runExecution(definition: Definition, machine: Fields, execution: Execution, parts: TaskParts): Run {
  const interpreter = new StateMachine(adapt(machine) as never, { validationOptions: { noValidate: true } });
  const { result, abort, eventLogs } = interpreter.run(JSON.parse(execution.input) as Json, {
    context: contextOf(definition, execution),
    overrides: { taskResourceLocalHandlers: handlersOf(machine, definition.roleArn, execution, parts) as never },
  });
  const listen = async (): Promise<void> => {
    for await (const event of eventLogs) {
      const told = historyEvent(event, execution.history.length + 1);
      if (told !== undefined) execution.history.push(told);
    }
  };
  const finish = async (): Promise<void> => {
    const end = await result.then(
      (output): Partial<Execution> => ({ status: 'SUCCEEDED', output: JSON.stringify(output) ?? 'null' }),
      endOf,
    );
    await listening;
    Object.assign(execution, { ...end, stoppedAt: Date.now() });
  };
  const listening = listen();
  return { done: finish(), abort };
}

/** What `$$` gives besides the execution's input and start, which the interpreter adds. */
function contextOf({ arn, name, roleArn }: Definition, execution: Execution) {
  return {
    Execution: { Id: execution.arn, Name: execution.name, RoleArn: roleArn },
    StateMachine: { Id: arn, Name: name },
  };
}

/** The interpreter finds tasks by the name of their state. */
function handlersOf(machine: Fields, roleArn: string, execution: Execution, parts: TaskParts) {
  const handlers = new Map<string, (input: unknown) => Promise<unknown>>();
  for (const { name, state } of statesOf(machine)) {
    const task = state.Type === 'Task' ? findTask(String(state.Resource)) : undefined;
    if (task === undefined) continue;
    handlers.set(name, async (input) => {
      // Iterations of a Map that waited for their turn must not begin when the execution has failed already.
      if (execution.status !== 'RUNNING') throw new TaskError('States.TaskFailed', 'The execution has ended.');
      return task(input, roleArn, parts);
    });
  }
  return Object.fromEntries(handlers);
}

/** How a run that did not succeed ended. */
function endOf(error: unknown): Partial<Execution> {
  if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' };
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout' };
  const { name, message } = (error instanceof ExecutionError ? error.cause : error) as Error;
  return { status: 'FAILED', error: name === '' ? null : name, cause: message === '' ? null : message };
}
