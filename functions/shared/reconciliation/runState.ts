import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { RECONCILIATION_STATE } from '../../../core/portable/items/operations.ts';
import { nextSlot } from '../../../core/reconciliation/share.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { config } from './config.ts';

/** Which run is under way, and how far runs have come. */
export type RunState = {
  /** Absent while there is none. */
  run_id?: string;
  /** Epoch milliseconds: from then on the run counts as dead. */
  held_until?: number;
  /** When the last run began that looked at everything it should, ISO 8601. */
  complete_at?: string;
  /** The share of the properties whose turn it is. */
  slot?: number;
};

/** A consistent read. */
export async function readState(): Promise<RunState> {
  const get = new GetCommand({ TableName: config.operationsTable, Key: RECONCILIATION_STATE, ConsistentRead: true });
  return (await documents.send(get)).Item ?? {};
}

/** Makes way for the next run; a complete one moves on. Does nothing where the run does not hold the state any more. */
export async function release(runId: string, complete: { startedAt: string; slot: number } | null): Promise<void> {
  const moved = complete ? 'SET #complete = :complete, #slot = :slot ' : '';
  try {
    await documents.send(
      new UpdateCommand({
        TableName: config.operationsTable,
        Key: RECONCILIATION_STATE,
        UpdateExpression: `${moved}REMOVE #run, #until`,
        ConditionExpression: '#run = :run',
        ExpressionAttributeNames: {
          '#run': 'run_id',
          '#until': 'held_until',
          ...(complete ? { '#complete': 'complete_at', '#slot': 'slot' } : {}),
        },
        ExpressionAttributeValues: {
          ':run': runId,
          ...(complete ? { ':complete': complete.startedAt, ':slot': nextSlot(complete.slot) } : {}),
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
