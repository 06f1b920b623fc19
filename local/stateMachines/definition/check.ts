import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { findTask } from '../tasks/tasks.ts';
import { LONGEST_SECONDS } from './adapt.ts';
import { checkContextPaths } from './contextPaths.ts';
import { DefinitionError } from './definitionError.ts';
import { checkInnerFields, checkMachineFields, checkStateFields } from './fields.ts';
import { type Fields, innerMachines, type NamedState, statesOf } from './states.ts';

/**
 * Reads a state machine's definition and refuses whatever of it would not be run as on AWS.
 * @throws {DefinitionError} naming the state
 */
export function readDefinition(text: string): Fields {
  const machine = parse(text);
  checkMachineFields(machine);
  const states = statesOf(machine);
  for (const each of states) checkState(each);
  const names = states.map(({ name }) => name);
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined)
    throw new DefinitionError(`State ${twice} is there twice: a machine's states need names of their own.`);
  checkTimeout('The machine', machine.TimeoutSeconds);
  try {
    new StateMachine(machine as unknown as StateMachineDefinition);
  } catch (error) {
    throw new DefinitionError((error as Error).message, { cause: error });
  }
  return machine;
}

function parse(text: string): Fields {
  try {
    return JSON.parse(text) as Fields;
  } catch (error) {
    throw new DefinitionError(`The definition is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function checkState(named: NamedState): void {
  const { name, state } = named;
  checkStateFields(name, state);
  for (const inner of innerMachines(state)) checkInnerFields(name, inner);
  checkContextPaths(named);
  checkTimeout(`State ${name}`, state.TimeoutSeconds);
  checkResultPath(name, state.ResultPath);
  for (const catcher of (state.Catch ?? []) as Fields[]) checkResultPath(name, catcher.ResultPath);
  if (state.Type !== 'Task' || findTask(String(state.Resource)) !== undefined) return;
  throw new DefinitionError(`State ${name} is a task of ${String(state.Resource)}, which is not run locally.`);
}

function checkTimeout(where: string, seconds: unknown): void {
  if (typeof seconds === 'number' && seconds > LONGEST_SECONDS)
    throw new DefinitionError(`${where} may take ${seconds} s; locally the longest is ${LONGEST_SECONDS} s.`);
}

/** The interpreter writes other forms into fields that nobody meant. */
function checkResultPath(name: string, path: unknown): void {
  if (path === undefined || path === null || /^\$(\.[\w-]+(\[\d+\])*)*$/.test(String(path))) return;
  throw new DefinitionError(
    `State ${name} has the ResultPath ${String(path)}; locally it must be of the form $.a.b[0].`,
  );
}
