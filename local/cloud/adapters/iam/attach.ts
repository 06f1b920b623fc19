import type { Plan } from '../../plan/plan.ts';
import type { PolicyDocument } from '../../plan/rolePlan.ts';
import { TemplateError } from '../../template/templateError.ts';

/** Adds a policy to roles of the plan. @throws {TemplateError} for a role that is not in the templates */
export function attach(plan: Plan, roleNames: string[], document: PolicyDocument): void {
  for (const name of roleNames) {
    const role = plan.roles.get(name);
    if (role === undefined) throw new TemplateError(`property Roles names ${name}, which is not in the templates`);
    role.policies.push(document);
  }
}
