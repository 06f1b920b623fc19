import type { LambdaReply } from '../../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { StreamDeps } from '../contract.ts';
import { failureMessage, type GivenUp } from './failureMessage.ts';

/** Logs that records were given up, and tells the mapping's destination. Resolves when it knows, or the signal was given. */
export type GiveUp = (givenUp: GivenUp) => Promise<void>;

/** @param wait waits before the next try, after so many failures */
export function createGiveUp(
  plan: StreamMappingPlan,
  deps: Pick<StreamDeps, 'sendTo' | 'log'>,
  wait: (failures: number) => Promise<void>,
  signal: AbortSignal,
): GiveUp {
  return async (givenUp) => {
    const { condition, records, reply } = givenUp;
    const where = `${records.length} records from ${records[0]?.sequence} of ${plan.streamArn}`;
    deps.log(`${plan.name} gives up ${where}: ${condition}${reply === undefined ? '' : ` ${reason(reply)}`}`);
    if (plan.onFailure === null) return;
    const message = { arn: plan.onFailure, roleArn: plan.roleArn, body: failureMessage(plan, givenUp, new Date()) };
    // A destination that does not take it is asked again: what nobody hears of would be lost.
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await deps.sendTo(message);
      } catch (error) {
        deps.log(`${plan.name}: ${plan.onFailure} was not told of ${where}: ${String(error)}`);
        await wait(failures);
      }
    }
  };
}

function reason({ functionError, payload }: LambdaReply): string {
  return functionError === undefined ? 'the function reports a failed item' : JSON.stringify(payload).slice(0, 500);
}
