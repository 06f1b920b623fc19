import { getDirectiveValues, type ConstDirectiveNode, type GraphQLSchema } from 'graphql';
import type { AuthMode, AuthProvider } from '../definition.ts';
import type { AuthenticatedCaller } from './caller.ts';

/** Who may use a field: every mode that may, and for Cognito the groups (`null`: any user). */
export type FieldAccess = { modes: ReadonlySet<AuthMode>; groups: readonly string[] | null };

const MODE_OF_DIRECTIVE: Record<string, AuthMode> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
};

/**
 * What the authorization directives of a field or type say; null when there is none.
 * @throws where a directive names a mode the API does not have, or `@aws_auth` stands beside several modes
 */
export function accessFromDirectives(
  directives: readonly ConstDirectiveNode[],
  schema: GraphQLSchema,
  providers: readonly AuthProvider[],
  where: string,
): FieldAccess | null {
  const ours = directives.filter((directive) => directive.name.value in MODE_OF_DIRECTIVE);
  if (ours.length === 0) return null;
  const modes = new Set<AuthMode>();
  let groups: readonly string[] | null = null;
  for (const { name } of ours) {
    const mode = MODE_OF_DIRECTIVE[name.value] as AuthMode;
    refuseIdleDirective(name.value, mode, providers, where);
    modes.add(mode);
    if (mode === 'AMAZON_COGNITO_USER_POOLS') groups = groupsOf(name.value, ours, schema);
  }
  return { modes, groups };
}

/** Fields without a directive belong to the default mode, unless its user pool denies by default. */
export function defaultAccess(providers: readonly [AuthProvider, ...AuthProvider[]]): FieldAccess {
  const [first] = providers;
  const denied = first.mode === 'AMAZON_COGNITO_USER_POOLS' && first.defaultAction === 'DENY';
  return { modes: new Set(denied ? [] : [first.mode]), groups: null };
}

/** May this caller use the field? Root fields also ask an IAM caller's policies. */
export function mayAccess(
  access: FieldAccess,
  caller: AuthenticatedCaller,
  type: string,
  field: string,
  isRoot: boolean,
): boolean {
  if (!access.modes.has(caller.mode)) return false;
  switch (caller.mode) {
    case 'AMAZON_COGNITO_USER_POOLS':
      return access.groups === null || access.groups.some((group) => caller.groups.includes(group));
    case 'AWS_IAM':
      return !isRoot || caller.allowsField === undefined || caller.allowsField(type, field);
    case 'AWS_LAMBDA':
      return caller.deniedFields === undefined || !caller.deniedFields.has(`${type}.${field}`);
    default:
      return true;
  }
}

function groupsOf(
  name: string,
  directives: readonly ConstDirectiveNode[],
  schema: GraphQLSchema,
): readonly string[] | null {
  const definition = schema.getDirective(name);
  const values = definition ? getDirectiveValues(definition, { directives }) : undefined;
  const groups = values?.cognito_groups as (string | null)[] | null | undefined;
  return groups?.filter((group) => group !== null) ?? null;
}

function refuseIdleDirective(name: string, mode: AuthMode, providers: readonly AuthProvider[], where: string): void {
  if (!providers.some((provider) => provider.mode === mode)) {
    throw new Error(`${where} has @${name}, but the API has no ${mode} authorization.`);
  }
  if (name === 'aws_auth' && providers.length > 1) {
    throw new Error(
      `${where} has @aws_auth, which means nothing beside several authorization modes: use @aws_cognito_user_pools.`,
    );
  }
}
