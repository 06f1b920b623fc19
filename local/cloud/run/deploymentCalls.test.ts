import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../../lambda/testing/startTestHost.ts';
import { callByDeployment, DeploymentCallError } from './deploymentCalls.ts';

let local: TestHost;
const said: string[] = [];

beforeAll(() => {
  local = startTestHost();
  const log = 'console.log(process.env.AWS_LAMBDA_FUNCTION_NAME + " works");';
  local.add('first', 'index.mjs', `export const handler = async () => { ${log} };`);
  local.add('second', 'index.mjs', `export const handler = async () => { ${log} };`);
  local.add('broken', 'index.mjs', 'export const handler = async () => { throw new Error("no such table"); };');
});
afterAll(() => local.stop());

const call = (...names: string[]) => {
  const calls = names.map((name) => ({ functionArn: `arn:aws:lambda:eu-west-1:111122223333:function:${name}` }));
  return callByDeployment(calls, { functions: local.host, log: (line) => said.push(line) });
};

it('functions that a deployment calls are called one after the other', async () => {
  await call('first', 'second');
  expect(said).toEqual(['first: called by the deployment', 'second: called by the deployment']);
  const works = local.lines.filter((line) => line.endsWith('works'));
  expect(works.map((line) => line.split(' ').at(-2))).toEqual(['first', 'second']);
});

it('one that fails stops the start, with its name and its words', async () => {
  const call2 = call('broken', 'first');
  await expect(call2).rejects.toBeInstanceOf(DeploymentCallError);
  await expect(call2).rejects.toThrow('broken failed when the deployment called it: no such table');
});
