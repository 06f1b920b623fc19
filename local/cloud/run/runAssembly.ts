import { join } from 'node:path';
import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { createFunctionUrls } from '../../functionUrls/functionUrls.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals } from '../../iam/principals.ts';
import { createMailHandler } from '../../mail/handler.ts';
import { openMailbox } from '../../mail/mailbox.ts';
import { workMetrics } from '../../mappings/workMetrics.ts';
import { createMonitoringHandler } from '../../metrics/handler.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { createSecretsHandler } from '../../secrets/handler.ts';
import { openSecretStore } from '../../secrets/secretStore.ts';
import { readAssembly } from '../assembly/readAssembly.ts';
import type { Cloud, CloudOptions } from '../contract.ts';
import { takeDataFolder } from '../dataFolder.ts';
import { listen } from '../http/server.ts';
import { Lifecycle } from '../lifecycle.ts';
import type { ApiPlan } from '../plan/apiPlan.ts';
import type { Plan } from '../plan/plan.ts';
import { planAssembly } from '../plan/planAssembly.ts';
import { TemplateError } from '../template/templateError.ts';
import { addressesAt } from './addresses.ts';
import { apiDefinition } from './apiDefinition.ts';
import { prepareAutomation } from './automation.ts';
import { startDatabase } from './database.ts';
import { callByDeployment } from './deploymentCalls.ts';
import { startMappings } from './mappings.ts';
import { createDrained } from './rest/drained.ts';
import { reservePlaces } from './engines/places.ts';
import { startEngines } from './engines/startEngines.ts';
import { withoutOff } from './engines/withoutOff.ts';
import { changeSettings } from './changeSettings.ts';
import { createResolverClock } from './resolverClock.ts';
import { serveApi } from './serveApi.ts';
import { startServices } from './services.ts';
import { createTables, type DynamoDbCall } from './tables.ts';
import { signInWith, startUserPools } from './userPools.ts';

/**
 * Runs a cloud assembly.
 * @param synthesize makes the assembly and answers its folder; it runs while the database starts
 * @throws as `startCloud`
 */
export async function runAssembly(synthesize: () => Promise<string>, options: CloudOptions): Promise<Cloud> {
  const lifecycle = new Lifecycle();
  try {
    return await run(synthesize, options, lifecycle);
  } catch (error) {
    // What failed first is what a person needs to hear, not what then failed to stop.
    await lifecycle.stop().catch((failure: unknown) => options.log?.(String(failure)));
    throw error;
  }
}

async function run(synthesize: () => Promise<string>, options: CloudOptions, lifecycle: Lifecycle): Promise<Cloud> {
  const { dataFolder, log = () => {} } = options;
  const server = await listen(options.port);
  lifecycle.add('HTTP server', server.stop);
  if (dataFolder !== null) lifecycle.add('data folder', takeDataFolder(dataFolder));
  const [database, folder] = await Promise.all([startDatabase(options, lifecycle), synthesize()]);

  const addresses = addressesAt(server.port);
  const assembly = readAssembly(folder);
  const { region, accountId } = assembly.target;
  const principals = createPrincipals(assembly.target);
  // Before planning: the URLs of queues lie below it.
  const endpoint = await startEndpoint({ dynamodbUrl: database.url, principals, region, accountId, log });
  lifecycle.add('endpoint', endpoint.stop);
  const places = await reservePlaces(lifecycle);
  const secrets = openSecretStore(dataFolder === null ? null : join(dataFolder, 'secrets'));
  const urls = {
    graphql: addresses.graphqlUrl,
    realtime: addresses.realtimeUrl,
    aws: endpoint.url,
    redis: places.redis.url,
    mysql: places.mysql.url,
  };
  const plan = planAssembly(assembly, urls, secrets);
  changeSettings(plan.functions.values(), options.functionSettings ?? {});
  const api = onlyApi(plan);

  const metrics = createMetrics({ log });
  endpoint.serve('secretsmanager', createSecretsHandler({ store: secrets, principals, region, accountId }));
  endpoint.serve('monitoring', createMonitoringHandler({ metrics, principals }));
  const mailbox = await openMailbox(dataFolder === null ? null : join(dataFolder, 'mailbox'));
  const { disturb } = endpoint;
  endpoint.serve('ses', createMailHandler({ plan: plan.mail, mailbox, principals, region, accountId, disturb }));
  const settings = { endpoint, principals, region, accountId, dataFolder, metrics, log };
  const { functions, messaging } = await startServices(plan, settings, lifecycle);
  const call = asAdministrator(endpoint);
  const [engines] = await Promise.all([
    startEngines(plan, places, options, lifecycle),
    createTables(plan.tables, call),
  ]);
  await callByDeployment(withoutOff(plan.deploymentCalls, engines.off), { functions, log });
  const mappings = await startMappings(
    withoutOff(plan.mappings, engines.off),
    { ...settings, endpointUrl: endpoint.url, functions, messaging, call, onWrite: endpoint.onWrite },
    lifecycle,
  );
  metrics.observe(() => workMetrics({ lags: mappings.lags(), queues: plan.queues.values(), messaging }));
  const automation = prepareAutomation(plan, { ...settings, functions, messaging }, lifecycle);
  const pools = await startUserPools(plan.userPools.values(), options, lifecycle);
  const definition = apiDefinition(api, pools, region, accountId);
  const functionUrls = createFunctionUrls({
    ...settings,
    functions,
    urls: plan.functionUrls,
    permissions: plan.urlPermissions,
  });
  const resolverClock = createResolverClock();
  serveApi(definition, {
    backends: endpoint,
    server,
    addresses,
    mailbox,
    metrics,
    functionUrls,
    options,
    lifecycle,
    resolverClock: resolverClock.now,
  });
  automation.start();

  return {
    ...addresses,
    region,
    endpointUrl: endpoint.url,
    dynamodbUrl: database.url,
    apiKey: api.keys[0]?.key ?? '',
    outputs: plan.outputs,
    tables: Object.fromEntries(plan.tables.map((table) => [table.constructId, table.tableName])),
    functions: Object.fromEntries([...plan.functions.values()].map((one) => [one.constructId, one.name])),
    notRun: plan.notRun,
    engines: { redis: engines.redis, mariadb: engines.mariadb },
    off: engines.off,
    signIn: signInWith(definition.providers, pools),
    faults: endpoint.faults,
    resolverClock,
    metrics,
    drained: createDrained([...mappings.workers, ...automation.workers], functions),
    lags: mappings.lags,
    stop: () => lifecycle.stop(),
  };
}

function onlyApi(plan: Plan): ApiPlan {
  const [api, ...others] = plan.apis.values();
  if (api === undefined || others.length > 0) {
    throw new TemplateError(`the local cloud runs one AppSync API, the templates have ${plan.apis.size}`);
  }
  return api;
}

const asAdministrator =
  (endpoint: Endpoint): DynamoDbCall =>
  (operation, input) =>
    endpoint.call({ service: 'dynamodb', operation, input, roleArn: LOCAL_ADMINISTRATOR.roleArn });
