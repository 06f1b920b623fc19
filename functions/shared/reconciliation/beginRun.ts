import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { RECONCILIATION_PARTITION, RECONCILIATION_STATE } from '../../../core/portable/items/operations.ts';
import type { ReconciliationRunItem } from '../../../core/portable/items/reconciliation.ts';
import { type RunScope, sinceOf } from '../../../core/reconciliation/runScope.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { closeRun } from './closeRun.ts';
import { config } from './config.ts';
import { readState, type RunState } from './runState.ts';

/** Longer than an execution may take: who has not ended by then has died. */
const LONGEST_MS = 10 * 60_000;
const KEPT_SECONDS = 30 * 86_400;

export type Begun = { scope: RunScope; item: ReconciliationRunItem };

/** Begins a run: writes it down as RUNNING. Null while another one is under way. */
export async function beginRun(now = Date.now()): Promise<Begun | null> {
  const state = await readState();
  const scope = newScope(state, now);
  if (!(await take(scope.id, now))) return null;
  // Its execution died without a word.
  if (state.run_id) await closeRun(state.run_id, { status: 'FAILED', errors: ['The run did not come to its end.'] });
  const item = newItem(scope);
  await documents.send(new PutCommand({ TableName: config.operationsTable, Item: item }));
  return { scope, item };
}

/** What a run looks at that holds the state now. */
export function newScope({ complete_at, slot }: RunState, now: number, id = newId(now)): RunScope {
  const startedAt = new Date(now).toISOString();
  return { id, startedAt, since: sinceOf(now, complete_at ?? null), slot: slot ?? 0 };
}

/** Sorts by time, and may name an execution. */
function newId(now: number): string {
  const time = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}

async function take(id: string, now: number): Promise<boolean> {
  try {
    await documents.send(
      new UpdateCommand({
        TableName: config.operationsTable,
        Key: RECONCILIATION_STATE,
        UpdateExpression: 'SET #run = :id, #until = :until',
        ConditionExpression: 'attribute_not_exists(#run) OR #until < :now',
        ExpressionAttributeNames: { '#run': 'run_id', '#until': 'held_until' },
        ExpressionAttributeValues: { ':id': id, ':until': now + LONGEST_MS, ':now': now },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function newItem({ id, startedAt }: RunScope): ReconciliationRunItem {
  return {
    pk: RECONCILIATION_PARTITION,
    sk: id,
    status: 'RUNNING',
    started_at: startedAt,
    segments: 0,
    segments_failed: 0,
    pages_checked: 0,
    nights_recomputed: 0,
    bookings_checked: 0,
    cache_healed: 0,
    audit_refilled: 0,
    pms_repushed: 0,
    queue_woken: 0,
    holds_swept: 0,
    waitlist_served: 0,
    conflicts: 0,
    errors: [],
    expiry_time: Math.floor(Date.parse(startedAt) / 1000) + KEPT_SECONDS,
  };
}
