import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { FunctionEntry } from '../../functions/manifest.ts';

type Made = {
  name: string;
  entry: Pick<FunctionEntry, 'audit' | 'calledByDeployment' | 'timeoutSeconds'>;
  /** With all that belongs to the function: its role, what starts it. */
  made: Construct & { function: LambdaFunction };
};

/** Functions that a deployment calls: those that share the audit history with them wait until they have done their work. */
export class DeploymentCalls extends Construct {
  constructor(scope: Construct, id: string, { functions }: { functions: readonly Made[] }) {
    super(scope, id);
    for (const { name, entry, made } of functions) {
      if (!entry.calledByDeployment) continue;
      const timeout = Duration.seconds(entry.timeoutSeconds);
      const trigger = new Trigger(this, name, { handler: made.function, timeout });
      for (const other of functions) {
        if (other.entry.audit && !other.entry.calledByDeployment) trigger.executeBefore(other.made);
      }
    }
  }
}
