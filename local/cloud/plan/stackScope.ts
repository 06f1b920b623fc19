import type { Physical } from '../adapters/adapter.ts';
import { evaluateCondition } from '../template/evaluation/conditions.ts';
import { pseudoParameter } from '../template/environment.ts';
import { evaluatorIn } from '../template/evaluation/evaluate.ts';
import { NotRun } from '../template/notRun.ts';
import { parameterValue } from '../template/parameters.ts';
import type { Scope } from '../template/evaluation/scope.ts';
import { TemplateError } from '../template/templateError.ts';
import type { Stack } from '../assembly/readAssembly.ts';

/** What became of the resources of a stack so far, by logical id. */
export type Created = Map<string, Physical | NotRun>;

/** Names as one stack sees them. `created` and `exports` fill up while the stacks are planned. */
export function stackScope({ environment, template }: Stack, created: Created, exports: Map<string, unknown>): Scope {
  const resource = (logicalId: string): Physical | NotRun => {
    const found = created.get(logicalId);
    if (found === undefined) throw new TemplateError(`there is no ${logicalId} in stack ${environment.stackName}`);
    return found;
  };
  const scope: Scope = {
    region: environment.region,
    ref(name) {
      if (Object.hasOwn(template.Parameters, name)) return parameterValue(template, name);
      if (name.startsWith('AWS::'))
        return pseudoParameter(name, environment) ?? unknown(`the pseudo parameter ${name}`);
      const found = resource(name);
      return found instanceof NotRun ? found : found.ref;
    },
    getAtt(logicalId, attribute) {
      const found = resource(logicalId);
      if (found instanceof NotRun) return found;
      return found.attributes[attribute] ?? unknown(`the attribute ${attribute} of ${typeOf(template, logicalId)}`);
    },
    condition(name) {
      const condition = template.Conditions[name] ?? unknown(`the condition ${name}`);
      return evaluateCondition(condition, evaluatorIn(scope));
    },
    mapping(map, topKey, secondKey) {
      return template.Mappings[map]?.[topKey]?.[secondKey] ?? unknown(`the mapping ${map}.${topKey}.${secondKey}`);
    },
    importValue(name) {
      if (!exports.has(name)) throw new TemplateError(`no stack exports ${name}`);
      return exports.get(name);
    },
  };
  return scope;
}

const typeOf = (template: Stack['template'], logicalId: string): string =>
  template.Resources[logicalId]?.Type ?? logicalId;

function unknown(what: string): never {
  throw new TemplateError(`the local cloud does not know ${what}`);
}
