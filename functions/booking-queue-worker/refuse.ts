import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Refused } from '../../core/groupCommit/decideRequest.ts';
import type { QueuedBooking } from '../../core/groupCommit/queuedBooking.ts';
import { refusalWrite } from '../../core/groupCommit/transactItems.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { TABLES } from './config.ts';
import type { Deadline } from './deadline.ts';
import { pause } from '../shared/dynamodb/pause.ts';

const TRIES = 8;
const AT_ONCE = 30;

/**
 * Writes why a booking gets no room. One that waits no more keeps what it has: it was settled before, or cancelled.
 * @throws when others were writing to it every time, or the table does not answer
 */
export async function refuse(refused: Refused): Promise<void> {
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

/** @returns those it had no time for, who are still in line */
export async function refuseAll(refusals: Refused[], deadline: Deadline): Promise<QueuedBooking[]> {
  for (let first = 0; first < refusals.length; first += AT_ONCE) {
    if (deadline.isNear()) return refusals.slice(first).map(({ request }) => request);
    await Promise.all(refusals.slice(first, first + AT_ONCE).map(refuse));
  }
  return [];
}
