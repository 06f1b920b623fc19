import type { ApiDefinition, AuthProvider } from '../../appsync/definition.ts';
import type { ApiPlan, ProviderPlan } from '../plan/apiPlan.ts';
import { TemplateError } from '../template/templateError.ts';

/**
 * The API as the runtime takes it, once the user pools run and have issuers.
 * @param pools by id
 * @throws {TemplateError} when the schema or a user pool is missing
 */
export function apiDefinition(
  api: ApiPlan,
  pools: ReadonlyMap<string, { issuer: string }>,
  region: string,
  accountId: string,
): ApiDefinition {
  const { keys, schema, providers: planned, ...rest } = api;
  if (schema === null) throw new TemplateError(`API ${api.name} has no schema in the templates`);
  const [first, ...others] = planned;
  const provider = (plan: ProviderPlan): AuthProvider => {
    if (plan.mode === 'API_KEY') return { mode: plan.mode, keys };
    if (plan.mode !== 'AMAZON_COGNITO_USER_POOLS') return plan;
    const issuer = pools.get(plan.userPoolId)?.issuer;
    if (issuer === undefined)
      throw new TemplateError(`API ${api.name} names user pool ${plan.userPoolId}, which is not run`);
    return { ...plan, issuer };
  };
  return { ...rest, schema, region, accountId, providers: [provider(first), ...others.map(provider)] };
}
