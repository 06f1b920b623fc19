import type { ApiPlan } from '../../plan/apiPlan.ts';
import type { Plan } from '../../plan/plan.ts';
import { TemplateError } from '../../template/templateError.ts';

/** The API that a resource belongs to. @throws {TemplateError} when it is not in the templates */
export function apiOf(plan: Plan, apiId: string): ApiPlan {
  const api = plan.apis.get(apiId);
  if (api === undefined) throw new TemplateError(`property ApiId names ${apiId}, which is not in the templates`);
  return api;
}

/** The one named thing of a list, e.g. a data source. @throws {TemplateError} */
export function requireNamed(things: { name: string }[], name: string, property: string): void {
  if (!things.some((thing) => thing.name === name)) {
    throw new TemplateError(`property ${property} names ${name}, which is not in the templates`);
  }
}
