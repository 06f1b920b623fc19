import type { StreamDeps } from './contract.ts';
import type { RawRecord } from './records/record.ts';

export type ShardDescription = {
  ShardId: string;
  ParentShardId?: string;
  /** An end makes it a closed shard. */
  SequenceNumberRange: { StartingSequenceNumber: string; EndingSequenceNumber?: string };
};

/** Where to begin in a shard. */
export type Position =
  | { ShardIteratorType: 'TRIM_HORIZON' }
  | { ShardIteratorType: 'AT_SEQUENCE_NUMBER' | 'AFTER_SEQUENCE_NUMBER'; SequenceNumber: string };

/** `next` is undefined at the end of a closed shard. */
export type Page = { records: RawRecord[]; next: string | undefined };

/** The engine's stream of one table. Each call throws AwsServiceError. */
export type StreamApi = {
  /** The engine's own ARN. */
  arn: string;
  table: string;
  shards(): Promise<ShardDescription[]>;
  iterator(shardId: string, position: Position): Promise<string>;
  records(iterator: string): Promise<Page>;
};

/**
 * Finds the stream behind the template's ARN, whose label is made up: it is the latest of the table.
 * @throws {Error} when the table has no stream
 */
export async function openStream(templateArn: string, call: StreamDeps['call']): Promise<StreamApi> {
  const TableName = templateArn.split(':table/')[1]?.split('/')[0] ?? '';
  const { Table } = (await call('DescribeTable', { TableName })) as { Table: { LatestStreamArn?: string } };
  const arn = Table.LatestStreamArn;
  if (arn === undefined) throw new Error(`The table ${TableName} has no stream, so nothing can be mapped to it.`);
  return {
    arn,
    table: TableName,
    shards: () => describeShards(arn, call),
    iterator: async (ShardId, position) => {
      const answer = await call('GetShardIterator', { StreamArn: arn, ShardId, ...position });
      return answer.ShardIterator as string;
    },
    records: async (ShardIterator) => {
      const answer = await call('GetRecords', { ShardIterator, Limit: 1000 });
      return { records: answer.Records as RawRecord[], next: answer.NextShardIterator as string | undefined };
    },
  };
}

async function describeShards(StreamArn: string, call: StreamDeps['call']): Promise<ShardDescription[]> {
  const shards: ShardDescription[] = [];
  let last: string | undefined;
  do {
    const input = last === undefined ? { StreamArn } : { StreamArn, ExclusiveStartShardId: last };
    const { StreamDescription: page } = (await call('DescribeStream', input)) as {
      StreamDescription: { Shards: ShardDescription[]; LastEvaluatedShardId?: string };
    };
    shards.push(...page.Shards);
    last = page.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
}
