import type { DynamoDBRecord } from 'aws-lambda';
import { Unredrivable } from '../unredrivable.ts';
import { callStreams } from './callStreams.ts';
import type { StreamPosition } from './streamPosition.ts';

/** As GetRecords has it: the same JSON as in events, but for the user's name and the stream's. */
type RawRecord = Omit<DynamoDBRecord, 'userIdentity'> & { userIdentity?: { Type: string; PrincipalId: string } };
type Page = { Records: RawRecord[]; NextShardIterator?: string };

/** A page that finds nothing may come before one that does. */
const MOST_PAGES = 20;

/**
 * The records of a letter that only names their place: one, as batches that fail are halved until the record is found. Were
 * there more, others that were done long ago might lie between them; consumers do nothing twice.
 * @throws Unredrivable when the stream no longer has them
 */
export async function readAgain(position: StreamPosition): Promise<DynamoDBRecord[]> {
  const { streamArn, shardId, first, last } = position;
  const start = { StreamArn: streamArn, ShardId: shardId, SequenceNumber: first };
  const { ShardIterator } = await callStreams<{ ShardIterator: string }>('GetShardIterator', {
    ...start,
    ShardIteratorType: 'AT_SEQUENCE_NUMBER',
  });
  const found: DynamoDBRecord[] = [];
  let iterator: string | undefined = ShardIterator;
  for (let pages = 0; iterator && pages < MOST_PAGES; pages += 1) {
    const page: Page = await callStreams<Page>('GetRecords', { ShardIterator: iterator });
    found.push(...page.Records.filter((record) => !isAfter(record, last)).map((record) => asEvent(record, streamArn)));
    if (page.Records.some((record) => !isBefore(record, last))) break;
    iterator = page.NextShardIterator;
  }
  if (found.length === 0) throw new Unredrivable('The stream keeps records for 24 hours, and no longer has this one.');
  return found;
}

const sequence = (record: RawRecord): bigint => BigInt(record.dynamodb?.SequenceNumber ?? 0);
const isAfter = (record: RawRecord, last: string): boolean => sequence(record) > BigInt(last);
const isBefore = (record: RawRecord, last: string): boolean => sequence(record) < BigInt(last);

function asEvent({ userIdentity, ...record }: RawRecord, streamArn: string): DynamoDBRecord {
  const user = userIdentity && { type: userIdentity.Type, principalId: userIdentity.PrincipalId };
  return { ...record, eventSourceARN: streamArn, ...(user ? { userIdentity: user } : {}) };
}
