import type { Endpoint } from '../../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
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
import { startDatabase } from './database.ts';
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
  const plan = planAssembly(assembly, { graphql: addresses.graphqlUrl, realtime: addresses.realtimeUrl });
  const api = onlyApi(plan);
  const { region, accountId } = assembly.target;

  const endpoint = await startServices(plan, { dynamodbUrl: database.url, region, accountId, log }, lifecycle);
  await createTables(plan.tables, asAdministrator(endpoint));
  const pools = await startUserPools(plan.userPools.values(), options, lifecycle);
  const definition = apiDefinition(api, pools, region, accountId);
  serveApi(definition, { backends: endpoint, server, addresses, options, lifecycle });

  return {
    ...addresses,
    region,
    endpointUrl: endpoint.url,
    dynamodbUrl: database.url,
    apiKey: api.keys[0]?.key ?? '',
    outputs: plan.outputs,
    tables: Object.fromEntries(plan.tables.map((table) => [table.constructId, table.tableName])),
    notRun: plan.notRun,
    signIn: signInWith(definition.providers, pools),
    faults: endpoint.faults,
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
