import { LOCAL_ADMINISTRATOR } from './administrator.ts';
import type { ConditionContext } from './conditions.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import { createDecider, type Decision } from './decide.ts';
import { compilePolicy } from './policy.ts';

/** Someone who signs calls: a session of a role, or the local administrator (whose `sessionToken` is null). */
export type Principal = {
  roleArn: string;
  accountId: string;
  /** As AWS names the caller, e.g. `arn:aws:sts::111122223333:assumed-role/Worker/worker-function`. */
  userArn: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | null;
};

export type Principals = {
  /**
   * Makes a role known, with all of its policy documents (references resolved).
   * @throws {PolicyError} when a policy says something the evaluator does not know
   * @throws {Error} when the role is known already: a second set of policies would silently replace the first
   */
  register(roleArn: string, policyDocuments: unknown[]): Credentials;
  /** Credentials of a session of a known role; the same names give the same credentials. @throws {Error} unknown role */
  assume(roleArn: string, sessionName: string): Credentials;
  byAccessKey(accessKeyId: string): Principal | undefined;
  /** Does any policy of the role look at this condition key (lower case)? What costs to find out need not be found out. */
  asksFor(roleArn: string, conditionKey: string): boolean;
  /** @throws {Error} unknown role */
  isAllowed(
    roleArn: string,
    action: string,
    resource: string,
    context?: ConditionContext | (() => ConditionContext),
  ): Decision;
};

type Role = {
  decide: ReturnType<typeof createDecider>;
  conditionKeys: Set<string>;
  sessions: Map<string, Credentials>;
};

const EVERYTHING: Decision = { allowed: true, reason: '' };

/** The roles of the template and who acts in them. Trust policies are not looked at: the local cloud decides who acts as what. */
export function createPrincipals(settings: { accountId: string; region: string }): Principals {
  const { accountId, region } = settings;
  const roles = new Map<string, Role>();
  const byKey = new Map<string, Principal>([[LOCAL_ADMINISTRATOR.accessKeyId, administrator(accountId)]]);

  const roleOf = (roleArn: string): Role => {
    const role = roles.get(roleArn);
    if (role === undefined) throw new Error(`The role ${roleArn} is not known: no policies were registered for it.`);
    return role;
  };

  const assume = (roleArn: string, sessionName: string): Credentials => {
    const { sessions } = roleOf(roleArn);
    let credentials = sessions.get(sessionName);
    if (credentials === undefined) {
      credentials = createCredentials(roleArn, sessionName);
      sessions.set(sessionName, credentials);
      byKey.set(credentials.accessKeyId, {
        roleArn,
        accountId,
        userArn: sessionArn(roleArn, sessionName),
        ...credentials,
      });
    }
    return credentials;
  };

  const register = (roleArn: string, policyDocuments: unknown[]): Credentials => {
    if (roles.has(roleArn))
      throw new Error(`The role ${roleArn} is registered already; register it once, with all of its policies.`);
    const statements = policyDocuments.flatMap((document, index) =>
      compilePolicy(document, `policy ${index + 1} of ${roleArn}`),
    );
    const conditionKeys = new Set(statements.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
    roles.set(roleArn, { decide: createDecider(statements), conditionKeys, sessions: new Map() });
    return assume(roleArn, 'local');
  };

  const isAllowed: Principals['isAllowed'] = (roleArn, action, resource, context) => {
    if (roleArn === LOCAL_ADMINISTRATOR.roleArn) return EVERYTHING;
    return roleOf(roleArn).decide(action, resource, () => ({
      'aws:principalarn': roleArn,
      'aws:principalaccount': accountId,
      'aws:requestedregion': region,
      // The same call on AWS would go over TLS; here it never leaves the loopback interface.
      'aws:securetransport': 'true',
      ...(typeof context === 'function' ? context() : context),
    }));
  };

  const asksFor = (roleArn: string, key: string): boolean =>
    roleArn !== LOCAL_ADMINISTRATOR.roleArn && roleOf(roleArn).conditionKeys.has(key);

  return { register, assume, byAccessKey: (id) => byKey.get(id), asksFor, isAllowed };
}

/** `arn:aws:iam::<account>:role/<path>/<name>` as the caller of a session: AWS leaves the path out. */
export function sessionArn(roleArn: string, sessionName: string): string {
  const [, partition, , , account, resource] = roleArn.split(':');
  return `arn:${partition}:sts::${account}:assumed-role/${resource?.split('/').at(-1)}/${sessionName}`;
}

function administrator(accountId: string): Principal {
  const { roleArn, accessKeyId, secretAccessKey } = LOCAL_ADMINISTRATOR;
  return {
    roleArn,
    accountId,
    userArn: `arn:aws:iam::${accountId}:user/local-administrator`,
    accessKeyId,
    secretAccessKey,
    sessionToken: null,
  };
}
