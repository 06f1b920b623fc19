import type { Principals } from '../../iam/principals.ts';
import type { PolicyDocument } from '../../cloud/plan/rolePlan.ts';
import type { PolicyCaller } from './principal.ts';
import { compileResourcePolicy, type ResourcePolicy } from './resourcePolicy.ts';

/** Why a call is refused, in the words that end AWS's message; null when it may go on. */
export type Access = (caller: PolicyCaller, action: string, resourceArn: string) => string | null;

/**
 * Decides calls to queues and topics: within an account it takes a yes of the role's policies or of the resource's, and
 * no deny of either. A service is let in by the resource's policies alone.
 * @throws {PolicyError} for a policy that the local cloud cannot decide
 */
export function createAccess(
  principals: Principals,
  resources: Iterable<{ arn: string; name: string; policies: readonly PolicyDocument[] }>,
): Access {
  const policies = new Map<string, ResourcePolicy>();
  for (const { arn, name, policies: documents } of resources) {
    policies.set(arn, compileResourcePolicy(documents, `the policy of ${name}`));
  }
  return (caller, action, resourceArn) => {
    const said = policies.get(resourceArn)?.(caller, action, resourceArn) ?? 'silent';
    if (said === 'deny') return 'with an explicit deny in a resource-based policy';
    if ('service' in caller) {
      return said === 'allow' ? null : `because no resource-based policy allows the ${action} action`;
    }
    const decision = principals.isAllowed(caller.roleArn, action, resourceArn);
    if (decision.allowed) return null;
    const denied = decision.reason.startsWith('with an explicit deny');
    return said === 'allow' && !denied ? null : decision.reason;
  };
}
