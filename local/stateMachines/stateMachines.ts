import { randomUUID } from 'node:crypto';
import { AwsServiceError } from '../appsync/definition.ts';
import type { StateMachineDefinition } from './definition.ts';
import { DefinitionError } from './definition/definitionError.ts';
import { readDefinition } from './definition/check.ts';
import type { Execution } from './executions/execution.ts';
import { createExecutions } from './executions/executions.ts';
import { type Run, runExecution } from './executions/runExecution.ts';
import type { TaskParts } from './tasks/task.ts';
import { MAX_PAYLOAD_BYTES } from './tasks/tasks.ts';

/** Step Functions: the template's machines and their executions. */
export type StateMachines = {
  /**
   * Starts an execution. The same name and input as one that still runs is that one.
   * @param input JSON text
   * @throws {AwsServiceError} StateMachineDoesNotExist, ExecutionAlreadyExists, InvalidName, InvalidExecutionInput
   */
  start(request: { machineArn: string; input?: string; name?: string }): Execution;
  /** @throws {AwsServiceError} ExecutionDoesNotExist */
  get(executionArn: string): Execution;
  /** Newest first. @throws {AwsServiceError} StateMachineDoesNotExist */
  executionsOf(machineArn: string): Execution[];
  /** Resolves when it has ended. @throws {AwsServiceError} ExecutionDoesNotExist */
  abort(executionArn: string, reason: { error?: string; cause?: string }): Promise<Execution>;
  /** How many executions run. */
  pending(): number;
  /** Aborts what runs. */
  stop(): Promise<void>;
};

/** @throws {DefinitionError} naming the machine, for a definition that is not run as on AWS */
export function createStateMachines(
  definitions: readonly StateMachineDefinition[],
  parts: TaskParts & { log(line: string): void },
): StateMachines {
  const machines = new Map(
    definitions.map((definition) => [definition.arn, { definition, machine: read(definition) }]),
  );
  const executions = createExecutions();
  const runs = new Map<string, Run>();

  const machineOf = (arn: string) =>
    machines.get(arn) ?? refuse('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

  const start: StateMachines['start'] = ({ machineArn, input = '{}', name = randomUUID() }) => {
    const { definition, machine } = machineOf(machineArn);
    checkRequest(name, input);
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = executions.get(arn);
    if (known?.status === 'RUNNING' && known.input === input) return known;
    if (known !== undefined) refuse('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const execution: Execution = { ...EMPTY, arn, name, machineArn, input, startedAt: Date.now(), history: [] };
    executions.add(execution);
    const run = runExecution(definition, machine, execution, parts);
    runs.set(arn, run);
    void run.done.then(() => {
      runs.delete(arn);
      if (execution.status === 'SUCCEEDED') return;
      parts.log(`states: ${arn} ${execution.status}: ${execution.error ?? ''} ${execution.cause ?? ''}`);
    });
    return execution;
  };

  const get: StateMachines['get'] = (arn) =>
    executions.get(arn) ?? refuse('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

  return {
    start,
    get,
    executionsOf: (machineArn) => executions.of(machineOf(machineArn).definition.arn),
    abort: async (arn, reason) => {
      const execution = get(arn);
      const run = runs.get(arn);
      if (run === undefined) return execution;
      run.abort();
      await run.done;
      return Object.assign(execution, reason);
    },
    pending: executions.running,
    stop: async () => {
      for (const run of runs.values()) run.abort();
      await Promise.all(Array.from(runs.values(), ({ done }) => done));
    },
  };
}

const EMPTY = { status: 'RUNNING', stoppedAt: null, output: null, error: null, cause: null } as const;

function read({ name, definition }: StateMachineDefinition) {
  try {
    return readDefinition(definition);
  } catch (error) {
    if (error instanceof DefinitionError)
      throw new DefinitionError(`State machine ${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

function checkRequest(name: string, input: string): void {
  if (!/^[\w.+!@()=,;-]{1,80}$/.test(name)) refuse('InvalidName', `Invalid Name: '${name}'`);
  const size = Buffer.byteLength(input);
  if (size > MAX_PAYLOAD_BYTES)
    refuse('ValidationException', `The input has ${size} bytes; it may have ${MAX_PAYLOAD_BYTES}.`);
  try {
    JSON.parse(input);
  } catch (error) {
    refuse('InvalidExecutionInput', `Invalid State Machine Execution Input: '${(error as Error).message}'`);
  }
}

function refuse(code: string, message: string): never {
  throw new AwsServiceError(code, message, 400);
}
