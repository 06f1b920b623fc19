import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { TIMEOUTS } from '../shared/timeouts.ts';
import type { WorkSource } from '../shared/work/work.ts';

/** Metrics come once a minute, and a minute or two late. */
const PERIOD_SECONDS = 60;
const LOOK_BACK_MS = 5 * 60_000;

const client = new CloudWatchClient(TIMEOUTS);

/**
 * How long the oldest record or message of each source waits, in seconds, by the source's name: the newest value of the last
 * minutes. A source that had nothing to do has none, and counts as 0.
 * @throws when CloudWatch does not answer
 */
export async function consumerLags(sources: readonly WorkSource[], now = Date.now()): Promise<Map<string, number>> {
  const { MetricDataResults = [] } = await client.send(
    new GetMetricDataCommand({
      StartTime: new Date(now - LOOK_BACK_MS),
      // Exclusive: what was measured at this moment belongs to it.
      EndTime: new Date(now + 1_000),
      ScanBy: 'TimestampDescending',
      MetricDataQueries: sources.map(query),
    }),
  );
  const newest = new Map(MetricDataResults.map(({ Id, Values }) => [Id, Values?.[0] ?? 0]));
  return new Map(sources.map(({ name, kind }, at) => [name, (newest.get(`m${at}`) ?? 0) / UNITS[kind]]));
}

/** Lambda measures milliseconds, SQS seconds (Lambda and SQS developer guides, "CloudWatch metrics"). */
const UNITS = { STREAM: 1_000, QUEUE: 1 };

function query(source: WorkSource, at: number): MetricDataQuery {
  return { Id: `m${at}`, MetricStat: { Metric: metric(source), Period: PERIOD_SECONDS, Stat: 'Maximum' } };
}

function metric(source: WorkSource) {
  if (source.kind === 'QUEUE') {
    const Dimensions = [{ Name: 'QueueName', Value: source.queue.queueName }];
    return { Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage', Dimensions };
  }
  const Dimensions = [{ Name: 'FunctionName', Value: source.functionName }];
  return { Namespace: 'AWS/Lambda', MetricName: 'IteratorAge', Dimensions };
}
