import { Duration } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { FunctionEntry } from '../../functions/manifest.ts';
import type { KeyrackFunction } from './function.ts';

type Made = { name: string; entry: FunctionEntry; made: KeyrackFunction };

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
