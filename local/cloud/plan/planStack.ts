import type { Physical, ResourceContext } from '../adapters/adapter.ts';
import { notRunTypes } from '../adapters/notRunTypes.ts';
import { readProperties } from '../adapters/readProperties.ts';
import { adapters } from '../adapters/registry.ts';
import type { Stack } from '../assembly/readAssembly.ts';
import { resolveReference } from '../../secrets/dynamicReference.ts';
import { resolveDynamicReferences } from '../template/evaluation/dynamicReferences.ts';
import { evaluate } from '../template/evaluation/evaluate.ts';
import { findNotRun, NotRun } from '../template/notRun.ts';
import { inOrder } from '../template/order/order.ts';
import { referencesOf } from '../template/order/references.ts';
import type { Scope } from '../template/evaluation/scope.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import { TemplateError } from '../template/templateError.ts';
import { constructId } from './constructId.ts';
import type { Plan } from './plan.ts';
import { type Created, stackScope } from './stackScope.ts';

/** What the stacks of an assembly share while they are planned. */
export type Shared = Pick<ResourceContext, 'assets' | 'secrets' | 'urls'> & {
  plan: Plan;
  /** Values by export name. */
  exports: Map<string, unknown>;
  /** How many resources of a type were not run. */
  notRun: Map<string, number>;
};

/** Adds the resources, outputs and exports of one stack to the plan. @throws {TemplateError} */
export function planStack(stack: Stack, shared: Shared): void {
  const created: Created = new Map();
  const scope = stackScope(stack, created, shared.exports);
  const wanted = Object.entries(stack.template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || scope.condition(Condition),
  );
  const resources = new Map(wanted);
  for (const logicalId of inOrder([...resources.keys()], (name) => needs(resources.get(name)))) {
    const resource = resources.get(logicalId);
    if (resource === undefined) continue;
    const place = `${stack.environment.stackName}/${logicalId} (${resource.Type})`;
    created.set(
      logicalId,
      at(place, () => planResource(logicalId, resource, stack, scope, shared)),
    );
  }
  addOutputs(stack, scope, shared);
}

function needs(resource: ResourceDeclaration | undefined): string[] {
  return [...referencesOf(resource?.Properties), ...[resource?.DependsOn ?? []].flat()];
}

function planResource(
  logicalId: string,
  resource: ResourceDeclaration,
  stack: Stack,
  scope: Scope,
  shared: Shared,
): Physical | NotRun {
  const { Type: type, Properties: properties = {} } = resource;
  if (Object.hasOwn(notRunTypes, type)) {
    shared.notRun.set(type, (shared.notRun.get(type) ?? 0) + 1);
    return new NotRun(logicalId, type);
  }
  const adapter = adapters.get(type);
  if (adapter === undefined) throw new TemplateError('the local cloud has no adapter for this type');
  const { secrets } = shared;
  const whole = resolveDynamicReferences(evaluate(properties, scope), (text) => resolveReference(text, secrets));
  return adapter.plan(readProperties(adapter, whole as Record<string, unknown>), {
    environment: stack.environment,
    logicalId,
    constructId: constructId(logicalId, resource.Metadata),
    plan: shared.plan,
    assets: shared.assets,
    secrets,
    urls: shared.urls,
  });
}

/** An output that only speaks of resources that are not run is left out. */
function addOutputs({ environment, template }: Stack, scope: Scope, shared: Shared): void {
  for (const [name, output] of Object.entries(template.Outputs)) {
    if (output.Condition !== undefined && !scope.condition(output.Condition)) continue;
    at(`${environment.stackName}, output ${name}`, () => {
      const value = resolveDynamicReferences(evaluate(output.Value, scope), refuseReference);
      if (output.Export !== undefined) shared.exports.set(String(evaluate(output.Export.Name, scope)), value);
      if (findNotRun(value) === undefined) shared.plan.outputs[name] = String(value);
    });
  }
}

/** A deployment's outputs are there to be read, so CloudFormation resolves no secrets in them. */
function refuseReference(reference: string): never {
  throw new TemplateError(`dynamic references are not resolved in outputs: {{resolve:${reference}}}`);
}

/** Puts the place in front of what went wrong there. */
function at<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateError) throw new TemplateError(`${place}: ${error.message}`, { cause: error });
    throw error;
  }
}
