import { compilePolicy, type Statement } from '../../iam/policy.ts';
import { PolicyError } from '../../iam/policyError.ts';
import { compilePrincipal, type PolicyCaller } from './principal.ts';
import { splitConditions } from './sourceConditions.ts';

/** What the policies of a resource say of a call: nothing, yes, or no whatever anyone else says. */
export type ResourcePolicy = (caller: PolicyCaller, action: string, resource: string) => 'silent' | 'allow' | 'deny';

/**
 * Compiles the policies of a queue or topic: identity policies' statements with a `Principal`, and with conditions on
 * the resource that a service calls for.
 * @param documents with every CloudFormation function in them resolved
 * @throws {PolicyError} for anything that the local cloud cannot decide
 */
export function compileResourcePolicy(documents: readonly unknown[], where: string): ResourcePolicy {
  const statements = documents.flatMap((document) => statementsOf(document).map((each) => compileOne(each, where)));
  return (caller, action, resource) => {
    const effects = statements.filter((applies) => applies.to(caller, action, resource)).map(({ effect }) => effect);
    if (effects.includes('Deny')) return 'deny';
    return effects.length > 0 ? 'allow' : 'silent';
  };
}

function statementsOf(document: unknown): Record<string, unknown>[] {
  return [(document as { Statement?: Record<string, unknown> | Record<string, unknown>[] }).Statement ?? []].flat();
}

function compileOne(
  { Principal: principal, Condition: conditions, ...statement }: Record<string, unknown>,
  where: string,
): { effect: Statement['effect']; to: (caller: PolicyCaller, action: string, resource: string) => boolean } {
  const isCaller = compilePrincipal(principal, where);
  const { source, rest } = splitConditions(conditions, where);
  const [compiled] = compilePolicy(
    { Statement: { ...statement, ...(rest === undefined ? {} : { Condition: rest }) } },
    where,
  );
  if (compiled === undefined) throw new PolicyError(`${where}: a policy document needs a Statement.`);
  return {
    effect: compiled.effect,
    to: (caller, action, resource) =>
      isCaller(caller) &&
      compiled.matches(action, resource) &&
      source.every((holds) => holds(caller)) &&
      compiled.conditions.every((condition) => condition.holds(contextOf(caller))),
  };
}

function contextOf(caller: PolicyCaller): Record<string, string> {
  return {
    // The same call on AWS would go over TLS; here it never leaves the loopback interface.
    'aws:securetransport': 'true',
    ...('roleArn' in caller ? { 'aws:principalarn': caller.roleArn } : {}),
  };
}
