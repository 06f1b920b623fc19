import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Refused } from '../../core/groupCommit/decideRequest.ts';
import type { QueuedBooking } from '../../core/groupCommit/queuedBooking.ts';
import { refusalWrite } from '../../core/groupCommit/transactItems.ts';
import { claimKey } from '../../core/portable/items/claims.ts';
import { isClaimOf } from '../../core/portable/lifecycle/changeWrites.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { config, TABLES } from './config.ts';
import type { Deadline } from '../shared/deadline.ts';
import { pause } from '../shared/dynamodb/pause.ts';

const TRIES = 8;
const AT_ONCE = 30;

/**
 * Writes why a booking gets no room, and frees its guest's claim with it. One that waits no more keeps what it has: it was settled before, or cancelled.
 * @throws when others were writing to it every time, or the table does not answer
 */
export async function refuse(refused: Refused): Promise<void> {
  const { claim } = refused.request;
  if (claim && (await refuseAndFree(refused, claim))) return;
  for (let attempt = 1; ; attempt++) {
    try {
      await documents.send(new UpdateCommand(refusalWrite(refused, TABLES, Date.now())));
      return;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return;
      if (!(error instanceof TransactionConflictException) || attempt === TRIES) throw error;
      await pause(attempt);
    }
  }
}

/** @returns false where the claim is somebody else's by now, or others were writing every time */
async function refuseAndFree(refused: Refused, claim: string): Promise<boolean> {
  const { expression, names, values } = isClaimOf(refused.request.booking_id);
  const outcome = await transact([
    { Update: refusalWrite(refused, TABLES, Date.now()) },
    {
      Delete: {
        TableName: config.operationsTable,
        Key: claimKey(claim),
        ConditionExpression: expression,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      },
    },
  ]);
  return outcome.isDone || outcome.failed.includes(0);
}

/** @returns those it had no time for, who are still in line */
export async function refuseAll(refusals: Refused[], deadline: Deadline): Promise<QueuedBooking[]> {
  for (let first = 0; first < refusals.length; first += AT_ONCE) {
    if (deadline.isNear()) return refusals.slice(first).map(({ request }) => request);
    await Promise.all(refusals.slice(first, first + AT_ONCE).map(refuse));
  }
  return [];
}
