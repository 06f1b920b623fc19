import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import type { AttemptResult } from './sales.ts';

const TIMEOUT_MS = 30_000;

/** A client that keeps its connections and never retries by itself: retries are counted, so they are ours. */
export function createDynamoDb(settings: { url: string; region: string; connections: number }): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: settings.url,
    region: settings.region,
    credentials: LOCAL_ADMINISTRATOR,
    maxAttempts: 1,
    requestHandler: {
      httpAgent: { keepAlive: true, maxSockets: settings.connections },
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}

const CONFLICTS = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** Units are never short in a measurement, so whatever condition or conflict ends a write ends it spuriously. */
export async function attempt(write: () => Promise<unknown>): Promise<AttemptResult> {
  try {
    await write();
    return 'sold';
  } catch (error) {
    if (isConflict(error)) return 'spurious';
    throw error;
  }
}

function isConflict(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  return error.CancellationReasons?.some(({ Code }) => Code !== undefined && CONFLICTS.has(Code)) ?? false;
}
