import type { DynamoDBStreamEvent } from 'aws-lambda';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { merge, type PageChange } from './pageChange.ts';
import { readRecord } from './readRecord.ts';

/** All that a batch says of one page, with its first record's sequence number: from there on it would come again. */
export type ToldPage = { change: PageChange; sequenceNumber: string };

/**
 * The pages that a batch changed, each once. Records that cannot be read go to the dead letters; `failed` has the sequence
 * numbers of those that could not even go there.
 */
export async function readBatch(event: DynamoDBStreamEvent): Promise<{ pages: ToldPage[]; failed: string[] }> {
  const pages = new Map<string, ToldPage>();
  const { batchItemFailures } = await eachRecord(event, async (record) => {
    const change = readRecord(record);
    const key = JSON.stringify(record.dynamodb?.Keys);
    const known = pages.get(key);
    if (known) known.change = merge(known.change, change);
    else pages.set(key, { change, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' });
  });
  return { pages: [...pages.values()], failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}
