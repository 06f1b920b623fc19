import type { TestProject } from 'vitest/node';
import { startCloud } from '../../local/cloud/start.ts';
import { startControl } from '../support/control.ts';
import '../support/provided.ts';

/** One local cloud for all integration tests, on free ports and in memory; each test works on properties of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cloud = await startCloud({ port: 0, dataFolder: null });
  const control = await startControl(cloud);
  const { graphqlUrl, realtimeUrl, apiKey, dynamodbUrl, endpointUrl, tables, outputs, region } = cloud;
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
    outputs,
    region,
  });
  return async () => {
    control.close();
    await cloud.stop();
  };
}
