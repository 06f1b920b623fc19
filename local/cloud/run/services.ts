import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { createPrincipals } from '../../iam/principals.ts';
import { createLambdaHost } from '../../lambda/host.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Plan } from '../plan/plan.ts';

type Settings = { dynamodbUrl: string; region: string; accountId: string; log(line: string): void };

/**
 * Starts the endpoint of AWS services, with the roles and functions of the plan behind it.
 * @throws {PolicyError} for a policy that the evaluator does not know
 */
export async function startServices(plan: Plan, settings: Settings, lifecycle: Lifecycle): Promise<Endpoint> {
  const { region, accountId, log } = settings;
  const principals = createPrincipals({ accountId, region });
  for (const role of plan.roles.values()) principals.register(role.arn, role.policies);
  const endpoint = await startEndpoint({ ...settings, principals });
  lifecycle.add('endpoint', endpoint.stop);
  const functions = createLambdaHost({ endpointUrl: endpoint.url, region, accountId, principals, log });
  lifecycle.add('functions', functions.stop);
  for (const definition of plan.functions.values()) functions.register(definition);
  endpoint.serveLambda(functions);
  return endpoint;
}
