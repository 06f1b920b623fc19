import { join } from 'node:path';
import { startUserPool, type UserPool } from '../../userpool/userPool.ts';
import type { AuthProvider } from '../../appsync/definition.ts';
import type { Cloud, CloudOptions } from '../contract.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { UserPoolPlan } from '../plan/userPoolPlan.ts';
import { TemplateError } from '../template/templateError.ts';

/**
 * Starts an issuer of tokens for each user pool of the plan.
 * @returns the running pools by id
 */
export async function startUserPools(
  plans: Iterable<UserPoolPlan>,
  { dataFolder, log = () => {} }: Pick<CloudOptions, 'dataFolder' | 'log'>,
  lifecycle: Lifecycle,
): Promise<Map<string, UserPool>> {
  const pools = new Map<string, UserPool>();
  for (const { id, groups, attributes, clients } of plans) {
    const pool = await startUserPool({
      clientId: webClient(id, clients),
      groups,
      attributes,
      issuerPath: id,
      dataFolder: dataFolder === null ? null : join(dataFolder, 'userpool', id),
      log,
    });
    lifecycle.add(`user pool ${id}`, pool.stop);
    pools.set(id, pool);
  }
  return pools;
}

/** Local sign-ins are made as the pool's client for people. */
function webClient(poolId: string, clients: UserPoolPlan['clients']): string {
  const [client, ...others] = clients.filter(({ machine }) => !machine);
  if (client === undefined || others.length > 0) {
    const names = clients.map(({ name }) => name).join(', ');
    throw new TemplateError(
      `user pool ${poolId} needs one client without a secret, for people to sign in with; it has ${names || 'no clients'}`,
    );
  }
  return client.id;
}

/** Signs users in at the pool that the API trusts. */
export function signInWith(providers: AuthProvider[], pools: ReadonlyMap<string, UserPool>): Cloud['signIn'] {
  const provider = providers.find(({ mode }) => mode === 'AMAZON_COGNITO_USER_POOLS');
  const pool = provider?.mode === 'AMAZON_COGNITO_USER_POOLS' ? pools.get(provider.userPoolId) : undefined;
  return async (user) => {
    if (pool === undefined) throw new Error('The API trusts no user pool: nobody can sign in.');
    const { sub, idToken } = await pool.signIn(user);
    return { sub, idToken };
  };
}
