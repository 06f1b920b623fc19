import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Refusal } from '../../core/portable/errors.ts';
import { toReconciliationRun } from '../../core/portable/items/reconciliation.ts';
import type { ReconciliationRun } from '../../generated/types.ts';
import { beginRun } from '../shared/reconciliation/beginRun.ts';
import { closeRun } from '../shared/reconciliation/closeRun.ts';
import { release } from '../shared/reconciliation/runState.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

export type Answer = { run: ReconciliationRun } | { refusal: Refusal };

const client = new SFNClient(TIMEOUTS);

/** Begins a run, and the execution that carries it on. @throws where none could be started; the run is FAILED then */
export async function handler(): Promise<Answer> {
  const begun = await beginRun();
  if (!begun) return { refusal: { type: 'InvalidState', message: 'A reconciliation is under way. Wait for its end.' } };
  const { id } = begun.scope;
  try {
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: config.stateMachine,
        name: id,
        input: JSON.stringify({ runId: id }),
      }),
    );
  } catch (error) {
    await closeRun(id, { status: 'FAILED', errors: ['The execution could not be started.'] });
    await release(id, null);
    throw error;
  }
  return { run: toReconciliationRun(begun.item) };
}
