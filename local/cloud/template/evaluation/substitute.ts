import { NotRun } from '../notRun.ts';
import type { Scope } from './scope.ts';
import { TemplateError } from '../templateError.ts';

const placeholder = /\$\{([^!][^}]*)\}/g;
const literal = /\$\{!([^}]*)\}/g;

/**
 * `Fn::Sub`: `${Name}` is a variable of the call or a Ref, `${Name.Attribute}` a GetAtt, `${!Text}` the literal `${Text}`.
 * @throws {TemplateError} for unknown names and values that are not text or numbers
 */
export function substitute(template: string, variables: Record<string, unknown>, scope: Scope): unknown {
  let notRun: NotRun | undefined;
  const result = template.replace(placeholder, (_, written: string) => {
    const name = written.trim();
    const value = Object.hasOwn(variables, name) ? variables[name] : lookUp(name, scope);
    if (value instanceof NotRun) {
      notRun = value;
      return '';
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw new TemplateError(`Fn::Sub: \${${name}} is ${JSON.stringify(value)}, not text`);
  });
  return notRun ?? result.replace(literal, '${$1}');
}

function lookUp(name: string, scope: Scope): unknown {
  const dot = name.indexOf('.');
  return dot < 0 ? scope.ref(name) : scope.getAtt(name.slice(0, dot), name.slice(dot + 1));
}

/** The names that a template text refers to, resources and parameters alike, for the order of creation. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map((match) => (match[1] ?? '').trim().split('.')[0] ?? '');
}
