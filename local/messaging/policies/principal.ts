import { PolicyError } from '../../iam/policyError.ts';

/** Who calls: a session of a role, or an AWS service on behalf of one of the account's resources. */
export type PolicyCaller = { roleArn: string } | { service: string; sourceArn: string };

/**
 * The `Principal` of a resource policy's statement. An account's root stands for nobody by itself: it leaves the
 * decision to the roles' own policies.
 * @throws {PolicyError} for a kind of principal that the local cloud does not have
 */
export function compilePrincipal(principal: unknown, where: string): (caller: PolicyCaller) => boolean {
  if (principal === '*') return () => true;
  if (typeof principal !== 'object' || principal === null) throw new PolicyError(`${where}: Principal is missing.`);
  const kinds = Object.entries(principal).map(([kind, names]) => compileKind(kind, [names].flat(), where));
  return (caller) => kinds.some((isOne) => isOne(caller));
}

function compileKind(kind: string, names: unknown[], where: string): (caller: PolicyCaller) => boolean {
  const known = new Set(names.map((name) => textOf(name, where)));
  if (kind === 'Service') return (caller) => 'service' in caller && known.has(caller.service);
  if (kind !== 'AWS') throw new PolicyError(`${where}: principals of kind ${kind} are not known here.`);
  return known.has('*') ? () => true : (caller) => 'roleArn' in caller && known.has(caller.roleArn);
}

function textOf(name: unknown, where: string): string {
  if (typeof name === 'string') return name;
  throw new PolicyError(`${where}: Principal must be text, but is ${JSON.stringify(name)}.`);
}
