import type { LambdaHost } from '../../lambda/definition.ts';
import type { DeploymentCallPlan } from '../plan/deploymentCallPlan.ts';

type Settings = { functions: LambdaHost; log(line: string): void };

/** What a deployment calls has failed: on AWS it would be rolled back, here nothing starts. */
export class DeploymentCallError extends Error {
  override readonly name = 'DeploymentCallError';
}

/**
 * Calls the functions that a deployment calls, one after the other in the template's order, before streams and queues
 * start any other.
 * @throws {DeploymentCallError} with the function's own words
 */
export async function callByDeployment(
  calls: readonly DeploymentCallPlan[],
  { functions, log }: Settings,
): Promise<void> {
  for (const { functionArn } of calls) {
    const name = functionArn.split(':').at(-1);
    const reply = await functions.invoke({ functionArn, payload: {}, invocationType: 'RequestResponse' });
    if (reply.functionError !== undefined) {
      const { errorMessage = 'no reason given' } = (reply.payload ?? {}) as { errorMessage?: string };
      throw new DeploymentCallError(`${name} failed when the deployment called it: ${errorMessage}`);
    }
    log(`${name}: called by the deployment`);
  }
}
