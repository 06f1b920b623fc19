import type { InputPlan } from './inputPlan.ts';
import { compilePath } from './path.ts';

/** A template that EventBridge would not take. */
class InputError extends Error {
  override name = 'InputError';
}

/** What the predefined variables of a template stand for, beside the event itself. */
export type Surroundings = { ruleArn: string; ruleName: string; ingestionTime: string };

/**
 * What a target gets of an event, as JSON text.
 * @throws {PathError} for a path, {InputError} for a constant or template that is not understood
 */
export function compileInput(plan: InputPlan): (event: unknown, around: Surroundings) => string {
  if (plan.kind === 'event') return (event) => JSON.stringify(event);
  if (plan.kind === 'constant') return constant(plan.text);
  if (plan.kind === 'template') return template(plan.template, plan.paths);
  const find = compilePath(plan.path);
  return (event) => JSON.stringify(find(event) ?? null);
}

function constant(text: string): () => string {
  if (!isJson(text)) throw new InputError(`Input is no JSON: ${text}`);
  return () => text;
}

/**
 * EventBridge User Guide, "Input transformation": `<name>` stands for a value of the event. Inside quotes its text is put
 * in, outside its JSON; a value that is missing is empty text inside quotes and null outside.
 */
function template(text: string, paths: Record<string, string>): (event: unknown, around: Surroundings) => string {
  const finders = new Map(Object.entries(paths).map(([name, path]) => [name, compilePath(path)]));
  const parts = partsOf(text);
  const render = (value: (name: string) => unknown): string =>
    parts.map((part) => ('text' in part ? part.text : written(value(part.name), part.quoted))).join('');
  for (const part of parts) {
    if ('name' in part && !finders.has(part.name) && !Object.hasOwn(PREDEFINED, part.name))
      throw new InputError(`InputTemplate names <${part.name}>, which is not in InputPathsMap`);
  }
  const probe = render(() => 0);
  if (!isJson(probe)) throw new InputError(`InputTemplate makes no JSON: ${text}`);
  return (event, around) => render((name) => finders.get(name)?.(event) ?? PREDEFINED[name]?.(event, around));
}

type Part = { text: string } | { name: string; quoted: boolean };

/** Cuts a template at its placeholders; `\"` does not end a quotation. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let quoted = false;
  let rest = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(/\\.|"|<([\w.-]+)>/g)) {
    if (found === '"') quoted = !quoted;
    if (name === undefined) continue;
    parts.push({ text: text.slice(rest, index) }, { name, quoted });
    rest = index + found.length;
  }
  return [...parts, { text: text.slice(rest) }];
}

function written(value: unknown, quoted: boolean): string {
  if (!quoted) return JSON.stringify(value ?? null);
  const text = typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

const PREDEFINED: Record<string, (event: unknown, around: Surroundings) => unknown> = {
  'aws.events.rule-arn': (_, { ruleArn }) => ruleArn,
  'aws.events.rule-name': (_, { ruleName }) => ruleName,
  'aws.events.event.ingestion-time': (_, { ingestionTime }) => ingestionTime,
  'aws.events.event.json': (event) => event,
  'aws.events.event': (event) => ({ ...(event as object), detail: undefined }),
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
