import { evaluateCondition } from './conditions.ts';
import { NotRun } from '../notRun.ts';
import type { Evaluator } from './scope.ts';
import { substitute } from './substitute.ts';
import { TemplateError } from '../templateError.ts';

type Intrinsic = (argument: unknown, at: Evaluator) => unknown;

/** Per function of the CloudFormation user guide ("Intrinsic function reference"); those absent here are refused. */
const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, at) => at.scope.ref(text(name, 'Ref')),
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': sub,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
  'Fn::GetAZs': getAvailabilityZones,
  'Fn::ImportValue': importValue,
  'Fn::Base64': (argument, at) => {
    const value = at.value(argument);
    return value instanceof NotRun ? value : Buffer.from(text(value, 'Fn::Base64')).toString('base64');
  },
};

/** @throws {TemplateError} when the function is unknown or its argument has the wrong shape */
export function evaluateIntrinsic(name: string, argument: unknown, at: Evaluator): unknown {
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined) throw new TemplateError(`the local cloud does not know the intrinsic function ${name}`);
  return intrinsic(argument, at);
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${where}: expected text, got ${JSON.stringify(value)}`);
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new TemplateError(`${where}: expected a list, got ${JSON.stringify(value)}`);
  return value;
}

/** Evaluates a function's arguments; a resource that is not run makes the whole result one. */
function operands(argument: unknown, at: Evaluator, where: string, count: number): unknown[] | NotRun {
  const raw = list(argument, where);
  if (raw.length !== count) throw new TemplateError(`${where}: takes ${count} arguments, got ${raw.length}`);
  const values = raw.map((item) => at.value(item));
  const notRun = values.flat().find((item) => item instanceof NotRun);
  return notRun instanceof NotRun ? notRun : values;
}

function getAtt(argument: unknown, at: Evaluator): unknown {
  const parts = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
  const [logicalId, ...attribute] = parts.map((part) => text(at.value(part), 'Fn::GetAtt'));
  if (logicalId === undefined || attribute.length === 0) {
    throw new TemplateError(`Fn::GetAtt: expected a resource and an attribute, got ${JSON.stringify(argument)}`);
  }
  return at.scope.getAtt(logicalId, attribute.join('.'));
}

function join(argument: unknown, at: Evaluator): unknown {
  const values = operands(argument, at, 'Fn::Join', 2);
  if (values instanceof NotRun) return values;
  const [delimiter, items] = values;
  return list(items, 'Fn::Join')
    .map((item) => text(item, 'Fn::Join'))
    .join(text(delimiter, 'Fn::Join'));
}

function select(argument: unknown, at: Evaluator): unknown {
  const values = operands(argument, at, 'Fn::Select', 2);
  if (values instanceof NotRun) return values;
  const items = list(values[1], 'Fn::Select');
  const index = Number(values[0]);
  if (!Number.isInteger(index) || index < 0 || index >= items.length) {
    throw new TemplateError(`Fn::Select: index ${String(values[0])} of ${items.length} items`);
  }
  return items[index];
}

function split(argument: unknown, at: Evaluator): unknown {
  const values = operands(argument, at, 'Fn::Split', 2);
  if (values instanceof NotRun) return values;
  return text(values[1], 'Fn::Split').split(text(values[0], 'Fn::Split'));
}

function sub(argument: unknown, at: Evaluator): unknown {
  if (typeof argument === 'string') return substitute(argument, {}, at.scope);
  const [template, variables] = list(argument, 'Fn::Sub');
  if (typeof template !== 'string' || typeof variables !== 'object' || variables === null) {
    throw new TemplateError(`Fn::Sub: expected text and a map of variables, got ${JSON.stringify(argument)}`);
  }
  return substitute(template, at.value(variables) as Record<string, unknown>, at.scope);
}

function choose(argument: unknown, at: Evaluator): unknown {
  const [condition, yes, no, ...rest] = list(argument, 'Fn::If');
  if (no === undefined || rest.length > 0) throw new TemplateError('Fn::If: takes a condition and two values');
  return at.value(evaluateCondition({ Condition: condition }, at) ? yes : no);
}

function findInMap(argument: unknown, at: Evaluator): unknown {
  const values = operands(argument, at, 'Fn::FindInMap', 3);
  if (values instanceof NotRun) return values;
  const [map, topKey, secondKey] = values.map((value) => text(value, 'Fn::FindInMap')) as [string, string, string];
  return at.scope.mapping(map, topKey, secondKey);
}

/** Zone names are made up from the Region: nothing runs in a zone here. */
function getAvailabilityZones(argument: unknown, at: Evaluator): string[] {
  const asked = text(at.value(argument), 'Fn::GetAZs');
  return ['a', 'b', 'c'].map((zone) => `${asked === '' ? at.scope.region : asked}${zone}`);
}

function importValue(argument: unknown, at: Evaluator): unknown {
  const name = at.value(argument);
  return name instanceof NotRun ? name : at.scope.importValue(text(name, 'Fn::ImportValue'));
}
