import type { TestProject } from 'vitest/node';
import { connectPayments } from '../../local/demo/payments/connectPayments.ts';
import { startPaymentsSimulator } from '../../local/payments/simulator.ts';
import { startTestCloud } from '../support/cloud/startTestCloud.ts';
import { startControl } from '../support/cloud/control.ts';
import '../support/cloud/provided.ts';

/** A PMS that is away is called again after seconds instead of minutes, so that tests see it. */
const functionSettings = { INITIAL_BACKOFF_SECONDS: '0.1', CALL_TIMEOUT_SECONDS: '2', CIRCUIT_OPEN_SECONDS: '2' };

/** One local cloud for all integration tests, on free ports and in memory; each test works on properties of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const payments = await startPaymentsSimulator({ retryPausesMs: [100, 200, 400, 800] });
  const settings = { ...functionSettings, STRIPE_API: payments.url };
  const cloud = await startTestCloud({ port: 0, dataFolder: null, functionSettings: settings });
  await connectPayments({ cloud, simulator: payments });
  const control = await startControl(cloud);
  const { graphqlUrl, realtimeUrl, apiKey, dynamodbUrl, endpointUrl, tables, functions, outputs, region } = cloud;
  const controlUrl = control.url;
  const mysqlUrl = cloud.engines.mariadb?.url ?? '';
  project.provide('cloud', {
    graphqlUrl,
    realtimeUrl,
    apiKey,
    dynamodbUrl,
    mysqlUrl,
    endpointUrl,
    controlUrl,
    tables,
    functions,
    outputs,
    region,
    paymentsUrl: payments.url,
  });
  return async () => {
    control.close();
    await cloud.stop();
    await payments.stop();
  };
}
