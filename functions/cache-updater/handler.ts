import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { pageCache } from '../shared/cache/pageCache.ts';
import { writeEntries } from '../shared/cache/writeEntries.ts';
import { measure } from '../shared/measure.ts';
import { measureDelay } from './measureDelay.ts';
import { PageWriter } from './pageWriter.ts';
import { readBatch } from './readBatch.ts';
import { tellSubscribers } from './tellSubscribers.ts';

const writer = new PageWriter({ write: (entries) => writeEntries(pageCache(), entries) });

/**
 * Brings the pages of a batch into the cache, each in its newest version, and then tells subscribers of the nights that
 * changed: who reads the cache when told finds the change there. A cache that is away delays subscribers for a few seconds
 * once; only what they could not be told makes records come again.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { pages, failed } = await readBatch(event);
  const standings = await writer.write(pages.map(({ change }) => change.entry));
  measureDelay(pages, standings);
  if (writer.owed > 0) measure('CacheOwed', writer.owed);
  const untold = await tellSubscribers(pages, standings);
  return { batchItemFailures: [...failed, ...untold].map((itemIdentifier) => ({ itemIdentifier })) };
}
