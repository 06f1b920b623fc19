import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { Principals } from '../../iam/principals.ts';
import { createLambdaHost } from '../../lambda/host.ts';
import { createFunctionLogs } from '../../lambda/logs/functionLogs.ts';
import { createLogsHandler } from '../../lambda/logs/handler.ts';
import type { Messaging } from '../../messaging/messaging.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { startQueuesAndTopics } from './messaging.ts';
import { type CountedHost, countInvocations } from './rest/countInvocations.ts';

type Settings = {
  endpoint: Endpoint;
  principals: Principals;
  region: string;
  accountId: string;
  dataFolder: string | null;
  metrics: Metrics;
  log(line: string): void;
};

/** What answers calls to AWS services, and calls functions. */
export type Services = { functions: CountedHost; messaging: Messaging };

/**
 * Puts the roles, queues, topics and functions of the plan behind the endpoint of AWS services.
 * @throws {PolicyError} for a policy that the evaluator does not know
 */
export async function startServices(plan: Plan, settings: Settings, lifecycle: Lifecycle): Promise<Services> {
  const { endpoint, principals } = settings;
  for (const role of plan.roles.values()) principals.register(role.arn, role.policies);
  const messaging = await startQueuesAndTopics(plan, settings, lifecycle);
  const log = (line: string): void => {
    settings.metrics.readLogLine(line);
    settings.log(line);
  };
  const logs = createFunctionLogs();
  const functions = countInvocations(createLambdaHost({ ...settings, log, logs, endpointUrl: endpoint.url }));
  lifecycle.add('functions', functions.stop);
  for (const definition of plan.functions.values()) functions.register(definition);
  endpoint.serveLambda(functions);
  const isFunction = (name: string): boolean => functions.find(name) !== undefined;
  endpoint.serve('logs', createLogsHandler({ ...settings, logs, isFunction }));
  return { functions, messaging };
}
