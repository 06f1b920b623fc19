import type { z } from 'zod';
import type { Plan } from '../../plan/plan.ts';
import { TemplateError } from '../../template/templateError.ts';
import type { policyDocument } from './policyDocument.ts';

/** The services that a role's trust policy lets assume it. */
export function trustedServices(document: z.output<typeof policyDocument>): string[] {
  return document.Statement.filter((statement) => statement.Effect === 'Allow')
    .map((statement) => (statement.Principal as { Service?: string | string[] } | undefined)?.Service ?? [])
    .flat();
}

/**
 * A deployment would fail, or its calls would, if a service could not assume the role it is given; so it fails here.
 * @throws {TemplateError}
 */
export function requireTrust(plan: Plan, roleArn: string, service: string): void {
  const role = [...plan.roles.values()].find((candidate) => candidate.arn === roleArn);
  if (role === undefined) throw new TemplateError(`role ${roleArn} is not in the template`);
  if (!role.trustedServices.includes(service)) throw new TemplateError(`role ${role.name} does not trust ${service}`);
}
