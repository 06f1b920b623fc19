import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Commit } from '../../core/groupCommit/commit.ts';
import type { Outcome } from '../../core/groupCommit/round.ts';
import { transactItems } from '../../core/groupCommit/transactItems.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { mayPass } from '../shared/dynamodb/mayPass.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { logger } from '../shared/logger.ts';
import { TABLES } from './config.ts';

/**
 * Sends one transaction.
 * @param now epoch milliseconds
 * @throws what no further try can mend
 */
export async function sendCommit(commit: Commit, now: number): Promise<Outcome> {
  try {
    await documents.send(new TransactWriteCommand({ TransactItems: transactItems(commit, TABLES, now) }));
    return { kind: 'committed' };
  } catch (error) {
    if (error instanceof TransactionCanceledException) return { kind: 'cancelled', reasons: reasonsOf(error) };
    if (!mayPass(error)) throw error;
    logger.warn('a transaction is without answer', { reason: error.name });
    return { kind: 'unknown' };
  }
}

function reasonsOf({ CancellationReasons = [] }: TransactionCanceledException) {
  return CancellationReasons.map(({ Code = 'None', Item }) => ({
    code: Code,
    page: Item ? plainPage(unmarshall(Item)) : null,
  }));
}
