import { DefinitionError } from './definitionError.ts';
import type { Fields } from './states.ts';

const ANY = ['Type', 'Comment', 'QueryLanguage'];
const FLOW = [...ANY, 'InputPath', 'OutputPath', 'Next', 'End'];
const RESULT = ['Parameters', 'ResultSelector', 'ResultPath', 'Retry', 'Catch'];

/** Fields of each type of state that are run, by the Amazon States Language specification for JSONPath. */
const STATE: Record<string, string[]> = {
  Task: [...FLOW, ...RESULT, 'Resource', 'TimeoutSeconds', 'TimeoutSecondsPath'],
  Map: [
    ...FLOW,
    ...RESULT,
    'ItemsPath',
    'ItemSelector',
    'ItemProcessor',
    'Iterator',
    'MaxConcurrency',
    'MaxConcurrencyPath',
  ],
  Parallel: [...FLOW, ...RESULT, 'Branches'],
  Pass: [...FLOW, 'Parameters', 'Result', 'ResultPath'],
  Wait: [...FLOW, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Choice: [...ANY, 'InputPath', 'OutputPath', 'Choices', 'Default'],
  Succeed: [...ANY, 'InputPath', 'OutputPath'],
  Fail: [...ANY, 'Error', 'Cause', 'ErrorPath', 'CausePath'],
};
const MACHINE = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];
const INNER = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'ProcessorConfig'];
const RETRIER = [
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
];
const CATCHER = ['ErrorEquals', 'Next', 'ResultPath', 'Comment'];

const WHY: Record<string, string> = {
  Arguments: 'JSONata is not run locally',
  Assign: 'variables are not run locally',
  Condition: 'JSONata is not run locally',
  Credentials: 'other accounts are not run locally',
  HeartbeatSeconds: 'heartbeats are not run locally',
  ItemBatcher: 'distributed maps are not run locally',
  ItemReader: 'distributed maps are not run locally',
  Items: 'JSONata is not run locally',
  Label: 'distributed maps are not run locally',
  Output: 'JSONata is not run locally',
  ResultWriter: 'distributed maps are not run locally',
  ToleratedFailureCount: 'distributed maps are not run locally',
  ToleratedFailurePercentage: 'distributed maps are not run locally',
};

/** @throws {DefinitionError} naming a field of the machine that is not run */
export function checkMachineFields(machine: Fields): void {
  only(machine, MACHINE, 'The machine');
  checkLanguage(machine, 'The machine');
}

/** @throws {DefinitionError} naming the state and the field that is not run */
export function checkStateFields(name: string, state: Fields): void {
  const known = STATE[String(state.Type)];
  if (known === undefined)
    throw new DefinitionError(`State ${name} is of type ${String(state.Type)}, which is unknown.`);
  only(state, known, `State ${name}`);
  checkLanguage(state, `State ${name}`);
  for (const retrier of listOf(state.Retry)) only(retrier, RETRIER, `A Retry of state ${name}`);
  for (const catcher of listOf(state.Catch)) only(catcher, CATCHER, `A Catch of state ${name}`);
  for (const choice of listOf(state.Choices))
    only(
      choice,
      Object.keys(choice).filter((key) => WHY[key] === undefined),
      `A choice of state ${name}`,
    );
}

/** @throws {DefinitionError} for a Map that is distributed */
export function checkInnerFields(name: string, inner: Fields): void {
  only(inner, INNER, `Inside state ${name}`);
  checkLanguage(inner, `Inside state ${name}`);
  const mode = (inner.ProcessorConfig as Fields | undefined)?.Mode ?? 'INLINE';
  if (mode !== 'INLINE')
    throw new DefinitionError(`State ${name} is a Map of mode ${String(mode)}: distributed maps are not run locally.`);
}

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

function only(fields: Fields, known: readonly string[], where: string): void {
  const other = Object.keys(fields).find((key) => !known.includes(key));
  if (other === undefined) return;
  throw new DefinitionError(`${where} has ${other}: ${WHY[other] ?? 'it is not known to the local cloud'}.`);
}

function checkLanguage({ QueryLanguage: language = 'JSONPath' }: Fields, where: string): void {
  if (language !== 'JSONPath')
    throw new DefinitionError(`${where} is written in ${String(language)}: only JSONPath is run locally.`);
}
